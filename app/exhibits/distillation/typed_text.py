"""The words of the view that puts one sentence to everybody."""

from collections.abc import Mapping

from app.i18n import Text

EXAMPLES: Mapping[str, str] = {
    "snips": "find me something good to watch near the station tonight",
    "mr": "a clever idea that never quite becomes a film .",
}
PROBABILITY = Text(en="probability", zh="概率")
TITLE = Text(
    en="The teacher says {answer}; {agree} of {all} students agree",
    zh="教师说是 {answer}；{all} 个学生里有 {agree} 个同意",
)
ALT = Text(
    en="Probabilities of every class for one sentence, by the teacher and by each student.",
    zh="教师和每个学生对一句话给出的各类概率。",
)
LINE = Text(
    en="- **{name}**: {answer}, {ms:.2f} ms ({times:.1f} × the teacher's speed)",
    zh="- **{name}**：{answer}，{ms:.2f} 毫秒（速度是教师的 {times:.1f} 倍）",
)
UNKNOWN = Text(
    en="{share} of these pieces are unknown to MiniLM, which reads English: what you see says little. Type an English sentence.",
    zh="MiniLM 只读英文，这句话里有 {share} 的片段它不认识：看到的结果说明不了什么。请输入一句英文。",
)
NOTE = Text(
    en="{sentence}, {tokens} pieces, read just now; each network read it once before its time was taken. Type your own sentence at the top of the page.",
    zh="{sentence}，{tokens} 个片段，刚刚读的；计时之前每个网络都先读过一遍。在页面顶部输入你自己的句子。",
)
