"""System status of wc/v3."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient._runtime.pages import Page
    from wooclient.v3.models.system_status import SystemStatusReport
    from wooclient.v3.models.system_status_tools import SystemStatusTool
    from wooclient.v3.params.system_status import (
        SystemStatusGetParams,
        SystemStatusToolGetParams,
        SystemStatusToolListParams,
    )
    from wooclient.v3.params.system_status_tools import SystemStatusToolUpdate

SYSTEM_STATUS_GET: Operation[SystemStatusReport] = Operation(
    V3,
    "system_status.get",
    "GET",
    "/system_status",
    "system_status.SystemStatusReport",
    query="system_status.SystemStatusGetParams",
)
SYSTEM_STATUS_TOOLS_LIST: Operation[list[SystemStatusTool]] = Operation(
    V3,
    "system_status.tools.list",
    "GET",
    "/system_status/tools",
    "system_status_tools.SystemStatusTool",
    "items",
    query="system_status.SystemStatusToolListParams",
    paging="none",
)
SYSTEM_STATUS_TOOLS_GET: Operation[SystemStatusTool] = Operation(
    V3,
    "system_status.tools.get",
    "GET",
    "/system_status/tools/{id}",
    "system_status_tools.SystemStatusTool",
    query="system_status.SystemStatusToolGetParams",
)
SYSTEM_STATUS_TOOLS_UPDATE: Operation[SystemStatusTool] = Operation(
    V3,
    "system_status.tools.update",
    "PUT",
    "/system_status/tools/{id}",
    "system_status_tools.SystemStatusTool",
    body="system_status_tools.SystemStatusToolUpdate",
)


class SystemStatus(Resource):
    """Condition of the server, the database and the shop software."""

    @cached_property
    def tools(self) -> SystemStatusTools:
        """Repair jobs that shop staff can set off."""
        return SystemStatusTools(self._client)

    def get(self, **params: Unpack[SystemStatusGetParams]) -> SystemStatusReport:
        """Get the system status.

        Everything that support people ask for, in one object. Slow, as the store tries outside connections and measures
        its tables; `_fields=settings` and the like skip the parts not asked for.

        `GET /wp-json/wc/v3/system_status`.
        """
        return self._call(SYSTEM_STATUS_GET, params)


class AsyncSystemStatus(AsyncResource):
    """Condition of the server, the database and the shop software."""

    @cached_property
    def tools(self) -> AsyncSystemStatusTools:
        """Repair jobs that shop staff can set off."""
        return AsyncSystemStatusTools(self._client)

    async def get(self, **params: Unpack[SystemStatusGetParams]) -> SystemStatusReport:
        """Get the system status: `GET /wp-json/wc/v3/system_status`."""
        return await self._call(SYSTEM_STATUS_GET, params)


class SystemStatusTools(Resource):
    """Repair jobs that shop staff can set off."""

    def list(self, **params: Unpack[SystemStatusToolListParams]) -> Page[SystemStatusTool]:
        """List the repair jobs.

        All jobs that this store can run, those of plugins included.

        `GET /wp-json/wc/v3/system_status/tools`.
        """
        return self._page(SYSTEM_STATUS_TOOLS_LIST, params)

    def get(self, id: str, /, **params: Unpack[SystemStatusToolGetParams]) -> SystemStatusTool:
        """Get a repair job.

        What one job is called and what it does. This does not run it.

        `GET /wp-json/wc/v3/system_status/tools/{id}`.
        """
        return self._call(SYSTEM_STATUS_TOOLS_GET, params, id)

    def update(self, id: str, /, **fields: Unpack[SystemStatusToolUpdate]) -> SystemStatusTool:
        """Run a repair job.

        Runs the job at once, whatever the body says, without asking back. A job that failed still answers 200, with
        `success` false.

        `PUT /wp-json/wc/v3/system_status/tools/{id}`.
        """
        return self._call(SYSTEM_STATUS_TOOLS_UPDATE, fields, id)

    def save(self, record: SystemStatusTool, /) -> SystemStatusTool:
        """Send the fields that were changed since the record was read, and nothing else.

        Returns the record as the store answers. Without any change, nothing is sent and the same model is returned.
        Custom fields and lines of orders are changed one by one, other lists replaced; a field that was set to None is
        cleared. Raises TypeError for what is no such model, for one that was not read from a store, and for a changed
        field that only the store sets.
        """
        return self._save(SYSTEM_STATUS_TOOLS_UPDATE, record)


class AsyncSystemStatusTools(AsyncResource):
    """Repair jobs that shop staff can set off."""

    async def list(self, **params: Unpack[SystemStatusToolListParams]) -> Page[SystemStatusTool]:
        """List the repair jobs: `GET /wp-json/wc/v3/system_status/tools`."""
        return await self._page(SYSTEM_STATUS_TOOLS_LIST, params)

    async def get(self, id: str, /, **params: Unpack[SystemStatusToolGetParams]) -> SystemStatusTool:
        """Get a repair job: `GET /wp-json/wc/v3/system_status/tools/{id}`."""
        return await self._call(SYSTEM_STATUS_TOOLS_GET, params, id)

    async def update(self, id: str, /, **fields: Unpack[SystemStatusToolUpdate]) -> SystemStatusTool:
        """Run a repair job: `PUT /wp-json/wc/v3/system_status/tools/{id}`."""
        return await self._call(SYSTEM_STATUS_TOOLS_UPDATE, fields, id)

    async def save(self, record: SystemStatusTool, /) -> SystemStatusTool:
        """Send the fields that were changed since the record was read, and nothing else."""
        return await self._save(SYSTEM_STATUS_TOOLS_UPDATE, record)
