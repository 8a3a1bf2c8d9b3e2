"""Layout templates of wc/v3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from wooclient._runtime.operation import Operation
from wooclient._runtime.resource import AsyncResource, Resource
from wooclient.v3._version import V3

if TYPE_CHECKING:
    from typing import Unpack

    from wooclient.v3.models.layout_templates import LayoutTemplate, LayoutTemplatesAllAnswer
    from wooclient.v3.params.layout_templates import LayoutTemplateAllParams, LayoutTemplateGetParams

LAYOUT_TEMPLATES_ALL: Operation[LayoutTemplatesAllAnswer] = Operation(
    V3,
    "layout_templates.all",
    "GET",
    "/layout-templates",
    "layout_templates.LayoutTemplatesAllAnswer",
    query="layout_templates.LayoutTemplateAllParams",
)
LAYOUT_TEMPLATES_GET: Operation[LayoutTemplate] = Operation(
    V3,
    "layout_templates.get",
    "GET",
    "/layout-templates/{id}",
    "layout_templates.LayoutTemplate",
    query="layout_templates.LayoutTemplateGetParams",
)


class LayoutTemplates(Resource):
    """Forms that the block editor builds for products, inside the admin area."""

    def all(self, **params: Unpack[LayoutTemplateAllParams]) -> LayoutTemplatesAllAnswer:
        """List layout templates.

        Templates by id, or an empty list where there are none, which is the usual case outside the admin area. Readable
        without a key. New in WooCommerce 8.6, gone since 11.0.

        `GET /wp-json/wc/v3/layout-templates`.
        """
        return self._call(LAYOUT_TEMPLATES_ALL, params)

    def get(self, id: str, /, **params: Unpack[LayoutTemplateGetParams]) -> LayoutTemplate:
        """Get a layout template.

        One template with its blocks. Readable without a key. New in WooCommerce 8.6, gone since 11.0.

        `GET /wp-json/wc/v3/layout-templates/{id}`.
        """
        return self._call(LAYOUT_TEMPLATES_GET, params, id)


class AsyncLayoutTemplates(AsyncResource):
    """Forms that the block editor builds for products, inside the admin area."""

    async def all(self, **params: Unpack[LayoutTemplateAllParams]) -> LayoutTemplatesAllAnswer:
        """List layout templates: `GET /wp-json/wc/v3/layout-templates`."""
        return await self._call(LAYOUT_TEMPLATES_ALL, params)

    async def get(self, id: str, /, **params: Unpack[LayoutTemplateGetParams]) -> LayoutTemplate:
        """Get a layout template: `GET /wp-json/wc/v3/layout-templates/{id}`."""
        return await self._call(LAYOUT_TEMPLATES_GET, params, id)
