"""Settings of wc/v2."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, overload

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v2._version import V2

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.batch import BatchResult, OnOutcome, Progress
    from wooclient._runtime.pages import Page
    from wooclient.v2.models.settings import Setting, SettingGroup
    from wooclient.v2.models.settings_batch import SettingBatchResult
    from wooclient.v2.params.settings import (
        SettingBatch,
        SettingListParams,
        SettingOptionGetParams,
        SettingOptionListParams,
        SettingUpdate,
    )

SETTINGS_LIST: Operation[list[SettingGroup]] = Operation(
    V2,
    "settings.list",
    "GET",
    "/settings",
    "settings.SettingGroup",
    "items",
    query="settings.SettingListParams",
    paging="none",
)
SETTINGS_OPTIONS_LIST: Operation[list[Setting]] = Operation(
    V2,
    "settings.options.list",
    "GET",
    "/settings/{group_id}",
    "settings.Setting",
    "items",
    query="settings.SettingOptionListParams",
    paging="none",
)
SETTINGS_OPTIONS_BATCH: Operation[SettingBatchResult] = Operation(
    V2,
    "settings.options.batch",
    "POST",
    "/settings/{group_id}/batch",
    "settings_batch.SettingBatchResult",
    "item_or_empty",
    body="settings.SettingBatch",
    batch_limit=100,
)
SETTINGS_OPTIONS_GET: Operation[Setting] = Operation(
    V2,
    "settings.options.get",
    "GET",
    "/settings/{group_id}/{id}",
    "settings.Setting",
    query="settings.SettingOptionGetParams",
)
SETTINGS_OPTIONS_UPDATE: Operation[Setting] = Operation(
    V2, "settings.options.update", "PUT", "/settings/{group_id}/{id}", "settings.Setting", body="settings.SettingUpdate"
)


class Settings(Resource):
    """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""

    @cached_property
    def options(self) -> SettingsOptions:
        """The settings of one group, with their current value, default and allowed choices."""
        return SettingsOptions(self._client)

    def list(self, **params: Unpack[SettingListParams]) -> Page[SettingGroup]:
        """List groups of settings: `GET /wp-json/wc/v2/settings`."""
        return self._page(SETTINGS_LIST, params)


class AsyncSettings(AsyncResource):
    """Groups of shop settings, one for each tab of the settings screen and one for each kind of e-mail."""

    @cached_property
    def options(self) -> AsyncSettingsOptions:
        """The settings of one group, with their current value, default and allowed choices."""
        return AsyncSettingsOptions(self._client)

    async def list(self, **params: Unpack[SettingListParams]) -> Page[SettingGroup]:
        """List groups of settings: `GET /wp-json/wc/v2/settings`."""
        return await self._page(SETTINGS_LIST, params)


class SettingsOptions(Resource):
    """The settings of one group, with their current value, default and allowed choices."""

    def list(self, group_id: str, /, **params: Unpack[SettingOptionListParams]) -> Page[Setting]:
        """List the settings of a group: `GET /wp-json/wc/v2/settings/{group_id}`."""
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
        """Change several settings of a group: `POST /wp-json/wc/v2/settings/{group_id}/batch`."""
        return self._batch(
            SETTINGS_OPTIONS_BATCH,
            fields,
            group_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    def get(self, group_id: str, id: str, /, **params: Unpack[SettingOptionGetParams]) -> Setting:
        """Read one setting: `GET /wp-json/wc/v2/settings/{group_id}/{id}`."""
        return self._call(SETTINGS_OPTIONS_GET, params, group_id, id)

    def update(self, group_id: str, id: str, /, **fields: Unpack[SettingUpdate]) -> Setting:
        """Change one setting: `PUT /wp-json/wc/v2/settings/{group_id}/{id}`."""
        return self._call(SETTINGS_OPTIONS_UPDATE, fields, group_id, id)

    @overload
    def save(self, record: Setting, /) -> Setting: ...

    @overload
    def save(self, group_id: str, record: Setting, /) -> Setting: ...

    def save(self, *given: str | Setting) -> Setting:
        """Send the fields that were changed since the record was read, and nothing else."""
        return self._save(SETTINGS_OPTIONS_UPDATE, *given)


class AsyncSettingsOptions(AsyncResource):
    """The settings of one group, with their current value, default and allowed choices."""

    async def list(self, group_id: str, /, **params: Unpack[SettingOptionListParams]) -> Page[Setting]:
        """List the settings of a group: `GET /wp-json/wc/v2/settings/{group_id}`."""
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
        """Change several settings of a group: `POST /wp-json/wc/v2/settings/{group_id}/batch`."""
        return await self._batch(
            SETTINGS_OPTIONS_BATCH,
            fields,
            group_id,
            concurrency=concurrency,
            on_progress=on_progress,
            on_outcome=on_outcome,
        )

    async def get(self, group_id: str, id: str, /, **params: Unpack[SettingOptionGetParams]) -> Setting:
        """Read one setting: `GET /wp-json/wc/v2/settings/{group_id}/{id}`."""
        return await self._call(SETTINGS_OPTIONS_GET, params, group_id, id)

    async def update(self, group_id: str, id: str, /, **fields: Unpack[SettingUpdate]) -> Setting:
        """Change one setting: `PUT /wp-json/wc/v2/settings/{group_id}/{id}`."""
        return await self._call(SETTINGS_OPTIONS_UPDATE, fields, group_id, id)

    @overload
    async def save(self, record: Setting, /) -> Setting: ...

    @overload
    async def save(self, group_id: str, record: Setting, /) -> Setting: ...

    async def save(self, *given: str | Setting) -> Setting:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(SETTINGS_OPTIONS_UPDATE, *given)
