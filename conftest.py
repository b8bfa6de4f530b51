"""Plug-ins of the tests, named where pytest looks for them."""

pytest_plugins = ("tests.watching",)
