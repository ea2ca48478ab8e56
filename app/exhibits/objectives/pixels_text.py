"""The words of the view on pixels."""

from collections.abc import Mapping

from app.i18n import Text

DIGIT = Text(en="Digit: one of 100 never learnt from", zh="哪个数字：没学过的 100 张之一")
GIVEN = Text(en="Pixels that are given, of 64", zh="给出前多少个像素（共 64 个）")
HEAT = Text(en="Temperature, %", zh="温度，%")
CONTROLS: Mapping[str, Text] = {
    "objectives_digit": DIGIT,
    "objectives_given": GIVEN,
    "objectives_heat": HEAT,
}
TITLE = Text(
    en="{given} of 64 pixels given, the rest written by the model: {ways} ways",
    zh="给出 64 个像素中的前 {given} 个，其余由模型接着写：{ways} 种写法",
)
ALT = Text(en="A digit, its beginning, and six ways to finish it", zh="一个数字、它的开头，以及六种续写")
REAL, BEGINNING, WAY = Text(en="real", zh="原图"), Text(en="given", zh="给出的部分"), Text(en="way {n}", zh="续写 {n}")
NEXT_TITLE = Text(
    en="Next pixel, row {row}, column {column}: the right grey, {level}, gets {p}",
    zh="下一个像素（第 {row} 行第 {column} 列）：正确的灰度 {level} 得到 {p}",
)
NEXT_ALT = Text(en="Chances of the 17 grey levels", zh="17 级灰度各自的概率")
LEVEL, CHANCE = Text(en="grey level, 0 is paper, 16 is ink", zh="灰度，0 是纸，16 是墨"), Text(en="chance", zh="概率")
SAYS = Text(
    en="This picture costs {own} nats a pixel. Over {kept} kept pictures it is {nats} on average (on the {n} it learnt from: {learnt}); "
    "knowing only how often each pixel has each grey, {usual}. The same small network as for words: a picture is a sentence of 64 "
    "pixels, read row by row, and each pixel is told from those before it. Nothing tells it which pixels stand above each other; "
    "it can learn that only from the numbers of the places. The real Image GPT has up to 6.8 billion weights and reads pictures of 32 × 32 pixels and more in 512 colours.",
    zh="这张图平均每像素 {own} 纳特。在留出的 {kept} 张上平均 {nats}（学过的 {n} 张上是 {learnt}）；只知道每个像素各级灰度出现得多频繁，则是 {usual}。"
    "网络和读词的一样小：一张图就是 64 个像素排成的句子，逐行读，每个像素只根据它前面的像素来猜。哪两个像素上下相邻，"
    "没有谁告诉它，只能从位置编号里学。真正的 Image GPT 有多达 68 亿个参数，读 32 × 32 及更大的图，共 512 色。",
)
