"""The house as every exhibit uses it: links, hidden controls, errors, exports, claims, jobs on a page."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import replace
from typing import Any, cast

import nbformat
import pandas as pd
import plotly.graph_objects as go
import pytest
from streamlit import config
from streamlit.testing.v1 import AppTest

from app.catalog import EXHIBITS
from app.house import heavy, links, training, verdicts
from app.house.figures import ready
from app.house.numbers import scientific
from app.house.take import Bag, csv, notebook, page
from app.i18n import LANGS, Lang, Text
from app.theme import CINNABAR, palette
from core import claims
from core.errors import Trouble
from core.jobs import Job


def chooser() -> None:
    import streamlit as st

    from app.house.links import choice
    from app.i18n import Text

    labels = {"a": Text(en="apple", zh="苹果"), "p": Text(en="pear", zh="梨")}
    choice(st.segmented_control, "fruit", list(labels), labels, "zh", key="f", default="a")


@pytest.mark.parametrize(("asked", "chosen"), [("p", "p"), ("a", "a"), ("梨", "a"), ("<b>", "a"), (None, "a")])
def test_a_choice_is_linked_by_its_name_and_not_by_its_label(asked: str | None, chosen: str) -> None:
    at = AppTest.from_function(chooser)
    if asked is not None:
        at.query_params["f"] = asked
    at.query_params["lang"] = "zh"
    at.run()
    assert at.session_state["f"] == chosen
    assert at.query_params.get("f", ["a"])[0] == chosen
    assert ("f" in at.query_params) == (chosen != "a")


def failing() -> None:
    import streamlit as st

    from app.house.errors import boundary
    from core.errors import Trouble

    with boundary("zh"):
        if st.query_params["how"] == "trouble":
            raise Trouble("model-unknown", "no", name="`<script>`", endpoint="hub")
        raise RuntimeError("/secret/path")
    st.write("the rest of the page")


def test_what_a_visitor_can_mend_is_said_and_the_page_goes_on() -> None:
    at = AppTest.from_function(failing)
    at.query_params["how"] = "trouble"
    at.run()
    assert not at.exception
    assert "没有公开的模型 `ˋ<script>ˋ`" in at.warning[0].value
    assert at.markdown[-1].value == "the rest of the page"


def test_what_broke_on_our_side_shows_a_number_that_stands_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    at = AppTest.from_function(failing)
    at.query_params["how"] = "bug"
    at.run()
    assert not at.exception
    said = at.error[0].value
    assert "secret" not in said
    [number] = re.findall(r"\*\*(\w{8})\*\*", said)
    assert number in caplog.text
    assert "/secret/path" in caplog.text


def test_qr_code_is_a_picture_of_the_link() -> None:
    assert (links.qr("http://localhost:8501/?lang=zh") or "").startswith("<?xml")


BAG = Bag(
    name="view",
    program="print(1 + 1)",
    papers="@article{a, title={A}}",
    table=lambda: pd.DataFrame({"token": ["猫", "=1+1"], "weight": [0.25, 0.75]}),
    figure=lambda: go.Figure(go.Scatter(y=[1, 2], line={"color": CINNABAR})),
)


def test_csv_reads_back() -> None:
    text = csv(BAG).decode("utf-8-sig")
    assert text.splitlines() == ["token,weight", "猫,0.25", "'=1+1,0.75"]


def test_no_exported_text_runs_as_a_formula() -> None:
    table = pd.DataFrame({"=1+1": ["=cmd|' /C calc'!A0", "@x", "plain"], "n": [-1.5, 2.0, 3.0]})
    lines = csv(Bag("x", "", "", lambda: table)).decode("utf-8-sig").splitlines()
    assert lines[0] == "'=1+1,n" and lines[1].startswith("'=cmd") and lines[2] == "'@x,2.0" and lines[3] == "plain,3.0"
    assert lines[1].endswith(",-1.5")  # a number stays a number


def test_notebook_is_valid_and_holds_the_program() -> None:
    found = nbformat.reads(notebook(BAG, "Attention"), as_version=4)
    nbformat.validate(found)
    assert found.cells[1].source == BAG.program


def test_standalone_page_needs_no_network_and_no_placeholder() -> None:
    text = page(BAG)
    assert "plotly.js v" in text
    assert palette("light")[CINNABAR] in text
    assert '"#000001"' not in text
    assert not re.search(r"<script[^>]+src=", text)


@pytest.mark.parametrize("lang", LANGS)
def test_forest_shows_every_seed_and_the_interval(lang) -> None:
    result = claims.recorded("attention/sqrt-d")
    assert result is not None
    from app.exhibits.attention.text import CLAIMS

    fig = verdicts.forest(result, CLAIMS[0], lang)
    effect_dots, effect, control_dots, control = cast(tuple[Any, ...], fig.data)
    assert tuple(effect_dots.x) == result.effect.values
    assert tuple(effect.x) == (result.effect.low, result.effect.mean, result.effect.high)
    assert tuple(control_dots.x) == result.control.values
    assert control.line.dash == "dash"
    assert verdicts.VERDICTS[result.verdict][0][lang] in fig.layout["title"]["text"]


def test_every_verdict_has_words_and_a_spoilt_control_is_named() -> None:
    assert set(verdicts.VERDICTS) == {"reproduced", "not-reproduced", "reversed", "undecided"}
    result = claims.recorded("attention/sqrt-d")
    assert result is not None and result.control_holds
    assert not replace(result, control=result.effect).control_holds


@pytest.mark.parametrize(
    ("values", "said"), [((0.4, 0.5, 0.6, 0.5, 0.4), "reaches beyond"), ((1.0, 1.1, 0.9, 1.0, 1.0), "proves nothing")]
)
def test_a_control_is_judged_by_the_rule_for_the_effect(
    values: tuple[float, ...], said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that is not zero but may still be too small to matter does not undo the verdict; one that matters does."""
    result, warned = claims.recorded("attention/sqrt-d"), list[str]()
    monkeypatch.setattr("streamlit.warning", warned.append)
    assert result is not None
    verdicts.badge(replace(result, control=claims.estimate(values), delta=0.5), "en")
    assert len(warned) == 1 and said in warned[0]


@pytest.mark.parametrize(("seconds", "said"), [(4.2, "4 s"), (89, "89 s"), (150, "2 min")])
def test_time_left_is_said_in_round_numbers(seconds: float, said: str) -> None:
    assert training.duration(seconds, "en") == said


def waiting_room() -> None:
    import streamlit as st

    from app.house import training
    from core import jobs
    from core.jobs.line import owner

    def submit() -> jobs.Job:
        job = st.session_state["the_job"]
        job.watch(owner.get())
        return job

    training.panel("run", st.session_state["lang"], submit)


def waiting_for(job: Job, monkeypatch: pytest.MonkeyPatch, lang: Lang = "en") -> AppTest:
    """A visitor who pressed the button that starts this job."""
    monkeypatch.setattr("core.jobs.find", {job.key: job}.get)
    at = AppTest.from_function(waiting_room, default_timeout=30)
    at.session_state["the_job"], at.session_state["lang"] = job, lang
    return at.run().button("run_start").click().run()


def test_one_visitors_cancel_leaves_the_others_their_job(monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job("k", None, lambda job: 1, owner="one who closed the page")
    one, other = (waiting_for(job, monkeypatch) for _ in range(2))
    job._seen.pop(job.owner)  # … a while ago: the two are all who wait
    one.button("run_cancel").click().run()
    assert job.state == "queued"
    assert [info.value for info in one.info] == [training.CANCELLED["en"]] and "job:run" not in one.session_state
    assert not one.button("run_start").disabled
    assert not one.run().info  # said once
    other.run().button("run_cancel").click().run()
    assert job.state == "cancelled" and other.info


def wishing() -> None:
    import streamlit as st

    from app.house import training
    from core import jobs
    from core.jobs.line import owner

    wish = st.session_state["wish"]

    def submit() -> jobs.Job:
        job = st.session_state["jobs"][wish]
        job.watch(owner.get())
        return job

    job = training.panel("run", "en", submit, wish=wish)
    st.write(f"{wish} {job.state if job else 'nothing'} {training.pulse(['run'])}")


def test_a_wish_starts_by_itself_and_a_new_one_leaves_the_old(monkeypatch: pytest.MonkeyPatch) -> None:
    two = {name: Job(name, None, lambda job: 1) for name in "ab"}
    for job in two.values():
        job._seen.clear()
    monkeypatch.setattr("core.jobs.find", two.get)
    at = AppTest.from_function(wishing, default_timeout=30)
    at.session_state["jobs"], at.session_state["wish"] = two, "a"
    assert at.run().markdown[-1].value == "a queued 1.0"
    at.session_state["wish"] = "b"
    assert at.run().markdown[-1].value == "b queued 1.0" and two["a"].state == "cancelled"
    at.button("run_cancel").click().run()
    assert two["b"].state == "cancelled" and at.markdown[-1].value == "b nothing None"
    assert at.run().button("run_start")  # what was cancelled does not start again by itself
    two["a"] = Job("a", None, lambda job: 1)
    two["a"].end("done", 1)
    at.session_state["wish"] = "a"
    assert at.run().markdown[-1].value == "a done None" and not at.button


def test_play_looks_again_while_a_job_of_its_own_is_at_work() -> None:
    panels = ["old"]
    with pytest.raises(KeyboardInterrupt), training.listed(panels):
        raise KeyboardInterrupt  # broken off before it came to the panel: its job is still looked at
    assert panels == ["old"]
    with training.listed(panels):
        pass
    assert panels == [] and training._list.get() is None


@pytest.mark.parametrize("lang", LANGS)
def test_a_result_that_could_not_be_kept_says_so(lang: Lang, monkeypatch: pytest.MonkeyPatch) -> None:
    job = Job("k", None, lambda job: 1)
    at = waiting_for(job, monkeypatch, lang)
    job.end("done", 1, note=Trouble("disk-refused", "no", name="k", reason="No space left on device"))
    [said] = at.run().warning
    assert training.NOT_KEPT[lang] in said.value and "`No space left on device`" in said.value


def test_claims_of_the_pages_are_claims_of_core() -> None:
    from app.catalog import EXHIBITS

    for exhibit in EXHIBITS:
        for claim in exhibit.words.CLAIMS:
            assert claim.id in claims.CLAIMS
            assert isinstance(claim.says, Text)
    worded = {claim.id for exhibit in EXHIBITS for claim in exhibit.words.CLAIMS}
    assert worded == set(claims.CLAIMS)


def test_plate_of_every_exhibit_is_small_and_real() -> None:
    from app.catalog import EXHIBITS

    for exhibit in EXHIBITS:
        for lang in LANGS:
            spec = json.loads(exhibit.plate(lang).to_json())
            assert spec["data"]
            assert len(json.dumps(spec)) < 60_000


def test_a_link_too_long_for_a_qr_code_has_none() -> None:
    assert links.qr("http://localhost/?" + "x" * 2_960) is None
    assert links.qr("http://localhost/?" + "x" * 2_000)


def framed() -> None:
    from app.house import frame

    frame.bar()


@pytest.mark.parametrize(("asked", "seed"), [("inf", 0), ("nan", 0), ("-1", 0), ("1e9", 0), ("9" * 5000, 0), ("7", 7)])
def test_a_seed_is_a_whole_number_or_the_default(asked: str, seed: int) -> None:
    at = AppTest.from_function(framed)
    at.query_params["seed"] = asked
    at.run()
    assert not at.exception
    assert at.session_state["seed"] == seed


def test_what_is_not_drawn_stays_in_the_link() -> None:
    """The seed and the hidden controls live in a popover that is drawn only while it is open."""
    at = AppTest.from_function(framed)
    at.query_params["seed"], at.query_params["hide"] = "7", "answers,no-such-control"
    for opened in (False, True, False, False):
        at.session_state["share"] = opened
        at.run()
        assert len(at.number_input) == opened
        assert (at.session_state["seed"], at.session_state["hide"]) == (7, ["answers"])
        assert (at.query_params["seed"], at.query_params["hide"]) == ("7", "answers")


def test_starting_afresh_forgets_all_but_the_language() -> None:
    at = AppTest.from_function(framed)
    at.query_params["seed"] = "7"
    at.query_params["text"] = "hello"
    at.query_params["lang"] = "zh"
    at.session_state["share"] = True  # the popover is open
    at.run()
    assert (at.session_state["seed"], at.session_state["text"]) == (7, "hello")
    [link] = [html for html in at.get("html") if "afresh" in html.proto.body]
    assert 'href="?lang=zh"' in link.proto.body


@pytest.mark.parametrize(("value", "shown"), [(5.3e-15, "5.3×10⁻¹⁵"), (0, "0"), (-2e6, "-2.0×10⁶")])
def test_powers_of_ten_as_people_write_them(value: float, shown: str) -> None:
    assert scientific(value) == shown


def test_a_lesson_takes_the_class_along() -> None:
    def carrying() -> None:
        import streamlit as st

        from app.house.links import carried

        st.text(carried("[a](?view=x) [b](https://example.org/?q=1)", "zh"))

    at = AppTest.from_function(carrying)
    at.query_params["text"] = "猫 & 狗"
    at.run()
    assert at.text[0].value == ("[a](?text=%E7%8C%AB+%26+%E7%8B%97&lang=zh&view=x) [b](https://example.org/?q=1)")


def test_a_link_for_others_leaves_a_public_address_alone() -> None:
    assert links.for_others("https://nlp.example.edu/attention?lang=en") == "https://nlp.example.edu/attention?lang=en"


def test_no_page_imports_the_heavy_stack_by_itself() -> None:
    """It is imported in the background, behind one lock; a page that did it too would meet it half imported."""
    pages = [f"app.exhibits.{exhibit.path}.page" for exhibit in EXHIBITS]
    program = (
        f"import sys; from importlib import import_module\n[import_module(name) for name in {pages}]\n"
        "print({'torch', 'transformers', 'core.models'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_the_theme_is_looked_up_once_and_still_told() -> None:
    heavy.save_time()
    told = config.get_options_for_section("theme.light")
    assert told["primaryColor"] == "#B5341F" and config.get_options_for_section("theme.light") is told
    heavy.save_time()  # again: nothing is wrapped twice
    assert config.get_options_for_section("theme.light") is told


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no malloc_trim")
def test_holes_between_pieces_in_use_go_back_to_the_system() -> None:
    """In a process of its own: 128 MB in small pieces, of which all but every sixteenth are let go."""
    script = (
        "import ctypes, psutil\nfrom app.house.heavy import give_back\n"
        "libc, own = ctypes.CDLL(None), psutil.Process()\nlibc.malloc.restype = ctypes.c_void_p\n"
        "pieces = [ctypes.c_void_p(libc.malloc(2**15)) for _ in range(2**12)]\n"
        "[ctypes.memset(piece, 1, 2**15) for piece in pieces]\n"
        "[libc.free(piece) for i, piece in enumerate(pieces) if i % 16]\n"
        "before = own.memory_info().rss; give_back(); print((before - own.memory_info().rss) / 2**20)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert float(done.stdout) > 64


def test_a_picture_is_made_ready_as_it_is_and_shares_its_template() -> None:
    one, other, bare = (go.Figure(go.Scatter(x=[1, 2], y=[y, 3])) for y in range(3))
    bare.layout.template = None
    for fig in (one, other, bare):
        assert ready(fig).to_dict() == json.loads(str(fig.to_json()))
    assert ready(one).to_dict()["layout"]["template"] is ready(other).to_dict()["layout"]["template"]


@pytest.mark.slow
def test_blas_computes_in_the_thread_that_asks() -> None:
    """In a process of its own: the limit holds for all of it."""
    script = (
        "from app.house import heavy; heavy.stack()\n"
        "from threadpoolctl import threadpool_info\n"
        "print({each['num_threads'] for each in threadpool_info() if each['user_api'] == 'blas'})"
    )
    said = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    assert said.strip().splitlines()[-1] == "{1}"
