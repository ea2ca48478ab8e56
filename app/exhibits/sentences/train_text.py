"""The words of supervised training."""

from collections.abc import Mapping

from app.i18n import Text

LABELS = Text(en="Labels", zh="标注")
HOW: Mapping[str, Text] = {
    "none": Text(en="none: a sentence twice", zh="没有：一句读两遍"),
    "triples": Text(en="triples", zh="三元组"),
}
HARD = Text(en="Contradictions as hard negatives", zh="用矛盾句作难负例")
MLM = Text(en="Filling gaps on the side: λ, in hundredths", zh="附带做填空：权重 λ（百分之一）")
WITH_GAPS = Text(en=" (with {mlm:.2f} times the filled gaps)", zh="（含 {mlm:.2f} 倍的填空损失）")
MLM_HOW = Text(
    en="λ times the masked-word loss joins the comparing. MiniLM has no head that names words, so with λ above 0 the base is "
    "`minilm-mlm`, MiniLM taught by us to fill gaps again.",
    zh="对比损失之外，再加 λ 倍的填空损失。MiniLM 没有说出词的那一层，所以 λ 大于 0 时，底座换成 `minilm-mlm`，就是我们重新教会填空的 MiniLM。",
)
EXAMPLE_GOLD = Text(
    en="Measured on the English example pairs: the tuned model reads English, and your pairs are not English, or fewer than two.",
    zh="用英文示例句对来衡量：被训练的模型只读英文，而你的句对不是英文，或者不足两对。",
)
TRIPLES = Text(
    en="Triples, one a line: sentence | what follows | what contradicts it",
    zh="三元组，每行一个：句子 | 能推出的 | 相矛盾的（MiniLM 只读英文）",
)
FEW = Text(
    en="{n} full triples: {least} are needed to be each other’s negatives, so the example is used.",
    zh="只有 {n} 个完整的三元组；至少要 {least} 个才能互为负例，先用示例训练。",
)
TRIPLES_DEFAULT = """A man plays a guitar on the stage. | Someone makes music. | The stage is empty.
Two children build a castle of sand. | Children play in the sand. | The children are asleep in bed.
A woman reads a newspaper on the train. | A woman is travelling. | The woman drives her own car.
The old dog sleeps by the fire. | An animal is resting. | The dog runs across the field.
A chef tastes the soup. | Somebody is in a kitchen. | Nobody has cooked anything.
Three girls ride bicycles to school. | The girls are on their way. | The girls stay at home.
A farmer feeds the chickens at dawn. | There are birds on the farm. | The farmer keeps no animals.
The team lifts the cup. | The team has won. | The team lost every match.
It has been raining since the morning. | The ground is wet. | The sky was clear all day.
A nurse writes down the temperature. | A nurse is at work. | The nurse is on holiday.
Passengers wait on a crowded platform. | People stand at a station. | The station is deserted.
The boy drops his ice cream. | The ice cream falls. | The boy finishes his ice cream."""
