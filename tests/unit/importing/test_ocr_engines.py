"""Which engine is taken, where models are looked for, and how rapidocr's answers become words."""

from __future__ import annotations

import builtins
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from app.importing.ocr import engine as engines
from app.importing.ocr import rapid, tesseract
from app.importing.ocr.rapid import Rapid
from app.importing.ocr.tesseract import Tesseract

GERMAN = Tesseract(Path("/models"), "deu", "5")
ENGLISH = Tesseract(Path("/models"), "eng", "5")
OTHER = Rapid("3")


@pytest.fixture(autouse=True)
def _asked_anew() -> Iterator[None]:
    engines.engine.cache_clear()
    yield
    engines.engine.cache_clear()


@pytest.mark.parametrize(
    ("first", "second", "taken"),
    [
        (GERMAN, OTHER, GERMAN),
        (GERMAN, None, GERMAN),
        (ENGLISH, OTHER, OTHER),
        (ENGLISH, None, ENGLISH),
        (None, OTHER, OTHER),
        (None, None, None),
    ],
)
def test_the_best_engine_is_taken(
    first: Tesseract | None, second: Rapid | None, taken: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tesseract, "installed", lambda: first)
    monkeypatch.setattr(rapid, "installed", lambda: second)
    assert engines.engine() is taken


def models(folder: Path, *names: str) -> None:
    folder.mkdir(parents=True)
    for name in names:
        (folder / f"{name}.traineddata").touch()


def test_the_german_model_is_preferred_wherever_it_lies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("tesserocr")
    models(tmp_path / "a", "eng")
    models(tmp_path / "b", "deu", "eng")
    monkeypatch.setattr(tesseract, "_folders", lambda: [tmp_path / "a", tmp_path / "b"])
    found = tesseract.installed()
    assert found is not None
    assert (found.models, found.language) == (tmp_path / "b", "de")


def test_without_a_model_there_is_no_tesseract(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "_folders", lambda: [tmp_path])
    assert tesseract.installed() is None


def test_the_users_own_folder_of_models_comes_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESSDATA_PREFIX", str(tmp_path))
    assert next(tesseract._folders()) == tmp_path


@pytest.mark.parametrize(("module", "missing"), [(tesseract, "tesserocr"), (rapid, "onnxruntime")])
def test_without_its_library_there_is_no_engine(module: object, missing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *rest: object, **more: object) -> object:
        if name == missing:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", without)
    assert module.installed() is None  # type: ignore[attr-defined]


def test_words_of_rapidocr_are_tightened_to_the_ink_and_stand_on_one_line() -> None:
    page = np.full((100, 400), 255, np.uint8)
    page[30:60, 20:80] = 0
    page[30:68, 120:180] = 0
    corners = [[[x, 20], [x + 60, 20], [x + 60, 80], [x, 80]] for x in (20, 120)]
    words = rapid._line([("Haus", 0.9, corners[0]), ("grün", 0.8, corners[1]), (" ", 0.1, corners[1])], page)
    assert [(w.text, w.top, w.bottom, w.baseline) for w in words] == [("Haus", 30, 60, 60), ("grün", 30, 68, 60)]


def test_a_librarys_complaints_do_not_reach_the_terminal(capfd: pytest.CaptureFixture[str]) -> None:
    with tesseract._silence():
        os.write(2, b"Error in boxClipToRectangle")
    os.write(2, b"said by the program")
    assert capfd.readouterr().err == "said by the program"
