"""Import one module with a change in it: in the tests' process and in those that it starts."""

import importlib.machinery
import importlib.util
import json
import os
import sys


def _install() -> None:
    with open(os.environ["MUTANT"], encoding="utf-8") as file:
        mutant = json.load(file)

    class Loader(importlib.machinery.SourceFileLoader):
        def get_code(self, fullname):
            return compile(mutant["source"], self.path, "exec", dont_inherit=True)

    class Finder:
        @staticmethod
        def find_spec(fullname, path=None, target=None):
            if fullname != mutant["module"]:
                return None
            file = mutant["path"]
            inside = [os.path.dirname(file)] if file.endswith("__init__.py") else None
            return importlib.util.spec_from_file_location(
                fullname, file, loader=Loader(fullname, file), submodule_search_locations=inside
            )

    sys.meta_path.insert(0, Finder)


if os.environ.get("MUTANT"):
    _install()
