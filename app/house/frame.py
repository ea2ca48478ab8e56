"""What stands around every page: the sentence that travels, the language, sharing, projector mode, the stylesheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import streamlit as st

from app.catalog import EXHIBITS
from app.house import links
from app.house.errors import boundary
from app.i18n import LANGS, Lang, Text
from app.session import language, presenting

ZH = ":material/translate: 中文"  # begins as ASCII: else Streamlit looks through all emoji, 0.1 s of a cold start
NAMES = {"en": Text(en="English", zh="English"), "zh": Text(en=ZH, zh=ZH)}
LANGUAGE = Text(en="Language", zh="语言")
SENTENCE = Text(en="Your sentence", zh="你的句子")
TYPE = Text(en="Type a sentence; it travels with you from page to page", zh="输入一句话，它会跟着你走遍每个展台")
SHARE = Text(en="Share", zh="分享")
LINK = Text(en="Link to this view", zh="这一幕的链接")
OTHERS = Text(
    en="That address works on this computer only; the QR code holds the one for others: {url}",
    zh="上面的地址只在这台电脑上有效；二维码里是给其他人用的地址：{url}",
)
NO_CODE = Text(en="This link is too long for a QR code.", zh="这个链接太长，放不进二维码。")
SEED = Text(en="Seed of everything random", zh="随机种子")
PRESENT = Text(en="Projector mode", zh="投影模式")
PRESENT_HELP = Text(en="Large type, the picture first.", zh="大字号，图优先。")
HIDE = Text(en="Hide in this link (for a lesson)", zh="在链接里藏起这些控件（用于课堂练习）")
NOTHING_HIDDEN = Text(en="nothing is hidden", zh="什么都不藏")
ANSWERS = Text(en="the answers", zh="答案")
RESET = Text(en="Start afresh", zh="恢复默认")
LARGEST_SEED = 2**31 - 1
LONGEST_TEXT = 2_000  # characters in the sentence that travels


def hideable() -> dict[str, Text]:
    """Everything a lesson link can hide, of all exhibits: key to label."""
    found = {"answers": ANSWERS}
    for exhibit in EXHIBITS:
        found.update(exhibit.words.CONTROLS)
    return found


def bar() -> Lang:
    """The line above every page; returns the language."""
    if "lang" not in st.session_state:
        st.session_state["lang"] = st.query_params.get("lang")
    lang = st.session_state["lang"] = language()  # an unknown one falls back to the browser's
    with st.container(key="bar", horizontal=True, vertical_alignment="bottom", gap="small"):
        st.text_input(
            SENTENCE[lang],
            key="text",
            bind="query-params",
            placeholder=TYPE[lang],
            max_chars=LONGEST_TEXT,
            label_visibility="collapsed",
            icon=":material/edit:",
        )
        st.segmented_control(
            LANGUAGE[lang],
            LANGS,
            key="lang",
            format_func=lambda name: NAMES[name][lang],
            required=True,
            label_visibility="collapsed",
        )
        links.remember("lang", lang)
        # A slider inside a fragment changes the URL without a run of the frame: the link is made when it is asked for.
        popover = st.popover(SHARE[lang], icon=":material/share:", key="share", on_change="rerun")
        with popover:
            share(lang, popover.open)
    return lang


def share(lang: Lang, is_open: bool | None) -> None:
    """Projector mode; while it is open, the link and its QR code, hidden controls, the seed."""
    _linked()
    if is_open:
        with boundary(lang):
            _link(lang)
    st.toggle(PRESENT[lang], key="present", bind="query-params", help=PRESENT_HELP[lang])
    if is_open:  # a class that comes in at once need not be sent what nobody has opened
        options = hideable()
        st.multiselect(
            HIDE[lang],
            list(options),
            key="hide",
            format_func=lambda key: options[key][lang],
            placeholder=NOTHING_HIDDEN[lang],
        )
        st.number_input(SEED[lang], 0, LARGEST_SEED, key="seed")
        st.html(f'<a class="afresh" href="?lang={lang}">{RESET[lang]}</a>')  # a new visit: nothing can be left over


def _link(lang: Lang) -> None:
    url = links.here(lang)
    outside = links.for_others(url)
    st.caption(LINK[lang])
    st.code(url, language=None, wrap_lines=True)
    if outside != url:
        st.caption(OTHERS[lang].format(url=outside))
    if code := links.qr(outside):
        st.image(code, width=220)
    else:
        st.caption(NO_CODE[lang])


def _linked() -> None:
    """The seed and what is hidden: from the link at first, in the link ever after, drawn or not."""
    hide = links.kept("hide", [], lambda linked: [key for key in linked.split(",") if key in hideable()])
    seed = links.kept("seed", 0, _seed)
    links.remember("hide", ",".join(hide) or None)
    links.remember("seed", str(seed) if seed else None)


def _seed(linked: str) -> int:
    readable = linked.isascii() and linked.isdecimal() and len(linked) <= 10 and int(linked) <= LARGEST_SEED
    return int(linked) if readable else 0


@cache
def _css(name: str) -> str:
    return (Path(__file__).parent / f"{name}.css").read_text(encoding="utf-8")


def styles() -> None:
    """The stylesheet: ours, constant, the same for all visitors."""
    st.html(f"<style>{_css('house')}{_css('present') if presenting() else ''}</style>")
