"""Settings of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.v3.models.settings import Setting, SettingGroup
    from wooclient.v3.models.settings_batch import SettingBatchResult
    from wooclient.v3.params.settings import (
        SettingBatch,
        SettingListParams,
        SettingOptionGetParams,
        SettingOptionListParams,
        SettingUpdate,
    )

SETTINGS_LIST: Operation[list[SettingGroup]] = Operation(
    V3,
    "settings.list",
    "GET",
    "/settings",
    "settings.SettingGroup",
    "items",
    query="settings.SettingListParams",
    paging="none",
)
SETTINGS_BATCH: Operation[SettingBatchResult] = Operation(
    V3,
    "settings.batch",
    "POST",
    "/settings/batch",
    "settings_batch.SettingBatchResult",
    "item_or_empty",
    body="settings.SettingBatch",
    batch_limit=100,
)
SETTINGS_OPTIONS_LIST: Operation[list[Setting]] = Operation(
    V3,
    "settings.options.list",
    "GET",
    "/settings/{group_id}",
    "settings.Setting",
    "items",
    query="settings.SettingOptionListParams",
    paging="none",
)
SETTINGS_OPTIONS_BATCH: Operation[SettingBatchResult] = Operation(
    V3,
    "settings.options.batch",
    "POST",
    "/settings/{group_id}/batch",
    "settings_batch.SettingBatchResult",
    "item_or_empty",
    body="settings.SettingBatch",
    batch_limit=100,
)
SETTINGS_OPTIONS_GET: Operation[Setting] = Operation(
    V3,
    "settings.options.get",
    "GET",
    "/settings/{group_id}/{id}",
    "settings.Setting",
    query="settings.SettingOptionGetParams",
)
SETTINGS_OPTIONS_UPDATE: Operation[Setting] = Operation(
    V3, "settings.options.update", "PUT", "/settings/{group_id}/{id}", "settings.Setting", body="settings.SettingUpdate"
)


class Settings(Resource):
    """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""

    @cached_property
    def options(self) -> SettingsOptions:
        """The settings of one group, with their current value, default and allowed choices."""
        return SettingsOptions(self._client)

    def list(self, **params: Unpack[SettingListParams]) -> Page[SettingGroup]:
        """List groups of settings.

        Every group of settings the shop knows, plugins' groups included, in one answer. Groups of e-mails appear both
        as items and among the `sub_groups` of the group `email`. A group may be listed although reading it fails with
        404 or gives an empty list.

        `GET /wp-json/wc/v3/settings`.
        """
        return self._page(SETTINGS_LIST, params)

    def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Setting] | None = None,
        **fields: Unpack[SettingBatch],
    ) -> BatchResult[Setting]:
        """Change settings of several groups.

        Changes settings of any groups at once; each entry names its group and its setting. Releases from 9.5.2 on
        refuse every entry with the code `invalid-method` and the status 405 (inside an answer with HTTP 200), so use
        the batch of a single group there.

        `POST /wp-json/wc/v3/settings/batch`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order create, update, delete. With several at once, all creations still end before the first update begins, all
        updates before the first deletion, and no two requests are about the same id; for the rest, any order may
        happen. So leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing; see
        `BatchResult.raise_for_errors`.
        """
        return self._batch(
            SETTINGS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class AsyncSettings(AsyncResource):
    """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""

    @cached_property
    def options(self) -> AsyncSettingsOptions:
        """The settings of one group, with their current value, default and allowed choices."""
        return AsyncSettingsOptions(self._client)

    async def list(self, **params: Unpack[SettingListParams]) -> Page[SettingGroup]:
        """List groups of settings: `GET /wp-json/wc/v3/settings`."""
        return await self._page(SETTINGS_LIST, params)

    async def batch(
        self,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Setting] | None = None,
        **fields: Unpack[SettingBatch],
    ) -> BatchResult[Setting]:
        """Change settings of several groups: `POST /wp-json/wc/v3/settings/batch`."""
        return await self._batch(
            SETTINGS_BATCH, fields, concurrency=concurrency, on_progress=on_progress, on_outcome=on_outcome
        )


class SettingsOptions(Resource):
    """The settings of one group, with their current value, default and allowed choices."""

    def list(self, group_id: str, /, **params: Unpack[SettingOptionListParams]) -> Page[Setting]:
        """List the settings of a group.

        Every setting of one group with its current value. Settings of kinds that the API does not support, such as
        periods of time, are left out silently, so a group can be an empty list.

        `GET /wp-json/wc/v3/settings/{group_id}`.
        """
        return self._page(SETTINGS_OPTIONS_LIST, params, group_id)

    def batch(
        self,
        group_id: str,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Setting] | None = None,
        **fields: Unpack[SettingBatch],
    ) -> BatchResult[Setting]:
        """Change several settings of a group.

        Changes settings of one group at once. Unknown settings and refused values are reported entry by entry while the
        others are stored.

        `POST /wp-json/wc/v3/settings/{group_id}/batch`.

        Any number of items may be given; they are sent in requests of the size that the store takes. The result holds
        one outcome for each item, in the order given. `on_outcome` is called with each as it arrives, as a
        `BatchOutcome` with its item; `on_progress` after each request with how many items are done and how many there
        are.

        `concurrency` is how many requests may be under way at once. One after the other, items are carried out in the
        order create, update, delete. With several at once, all creations still end before the first update begins, all
        updates before the first deletion, and no two requests are about the same id; for the rest, any order may
        happen. So leave it at 1 if an item depends on another one.

        Raises BatchInterrupted if a request fails, whatever the number of items: what came back is in it, and what is
        left can be given again, also from a file. After a cancellation or Ctrl-C, and after an error that a callback
        raises, `BatchInterrupted.of(error)` has the same. An item that is refused raises nothing; see
        `BatchResult.raise_for_errors`.
        """
        return self._batch(
            SETTINGS_OPTIONS_BATCH,
            fields,
            group_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    def get(self, group_id: str, id: str, /, **params: Unpack[SettingOptionGetParams]) -> Setting:
        """Read one setting.

        One setting with its value. Unlike in the list of the group, `group_id` is among the fields.

        `GET /wp-json/wc/v3/settings/{group_id}/{id}`.
        """
        return self._call(SETTINGS_OPTIONS_GET, params, group_id, id)

    def update(self, group_id: str, id: str, /, **fields: Unpack[SettingUpdate]) -> Setting:
        """Change one setting.

        Stores a new value. A choice that is not among the `options`, or a checkbox value other than yes and no, is
        refused. A request without `value` empties a text and resets a checkbox to its default. A list or an object
        where a text or a choice is due makes the store fail.

        `PUT /wp-json/wc/v3/settings/{group_id}/{id}`.
        """
        return self._call(SETTINGS_OPTIONS_UPDATE, fields, group_id, id)

    @overload
    def save(self, record: Setting, /) -> Setting: ...

    @overload
    def save(self, group_id: str, record: Setting, /) -> Setting: ...

    def save(self, *given: str | Setting) -> Setting:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets. The model knows the group_id that it was read with, which need not be given.
        """
        return self._save(SETTINGS_OPTIONS_UPDATE, *given)


class AsyncSettingsOptions(AsyncResource):
    """The settings of one group, with their current value, default and allowed choices."""

    async def list(self, group_id: str, /, **params: Unpack[SettingOptionListParams]) -> Page[Setting]:
        """List the settings of a group: `GET /wp-json/wc/v3/settings/{group_id}`."""
        return await self._page(SETTINGS_OPTIONS_LIST, params, group_id)

    async def batch(
        self,
        group_id: str,
        /,
        *,
        concurrency: int = 1,
        on_progress: Progress | None = None,
        on_outcome: OnOutcome[Setting] | None = None,
        **fields: Unpack[SettingBatch],
    ) -> BatchResult[Setting]:
        """Change several settings of a group: `POST /wp-json/wc/v3/settings/{group_id}/batch`."""
        return await self._batch(
            SETTINGS_OPTIONS_BATCH,
            fields,
            group_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    async def get(self, group_id: str, id: str, /, **params: Unpack[SettingOptionGetParams]) -> Setting:
        """Read one setting: `GET /wp-json/wc/v3/settings/{group_id}/{id}`."""
        return await self._call(SETTINGS_OPTIONS_GET, params, group_id, id)

    async def update(self, group_id: str, id: str, /, **fields: Unpack[SettingUpdate]) -> Setting:
        """Change one setting: `PUT /wp-json/wc/v3/settings/{group_id}/{id}`."""
        return await self._call(SETTINGS_OPTIONS_UPDATE, fields, group_id, id)

    @overload
    async def save(self, record: Setting, /) -> Setting: ...

    @overload
    async def save(self, group_id: str, record: Setting, /) -> Setting: ...

    async def save(self, *given: str | Setting) -> Setting:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(SETTINGS_OPTIONS_UPDATE, *given)
