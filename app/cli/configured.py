"""The settings of the service as the command line gives them."""

from pydantic import ValidationError
from pydantic_settings import SettingsError

from app.cli.fault import CommandFailed
from app.settings import Settings


def settings(**given: object) -> Settings:
    """The settings from the environment, with what was given on the command line instead."""
    try:
        return Settings.model_validate({**Settings().model_dump(exclude_unset=True), **_set(given)})
    except SettingsError as error:
        raise CommandFailed(
            f"The settings are not valid: {error}.", "Lists are JSON: REGULARS_ALLOWED_HOSTS='[\"a.example\"]'"
        ) from None
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors(include_url=False))
        raise CommandFailed(
            f"The settings are not valid: {problems}.", "Check the options and the REGULARS_… variables."
        ) from None


def key_file(chosen: Settings) -> str | None:
    """Where the operator key stands; None where it was given as a setting."""
    return None if chosen.operator_key else str(chosen.data_dir / "operator.key")


def _set(given: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in given.items() if value is not None}
