"""The words of *Train it*."""

from collections.abc import Mapping

from app.i18n import Text

QUESTION = Text(en="What do the vectors learn, and how fast?", zh="词向量学到什么，学得多快？")
IDEA = Text(
    en="The real training, in another process. While it runs, the map moves and public tests are asked again and again: do the cosines "
    "rank pairs of words as people do? Several seeds give a band instead of one lucky run.",
    zh="真正的训练，放在另一个进程里跑。它一边跑，词图一边动，还一遍遍接受公开测试：余弦给词对排的名次，和人排的像不像？多跑几个种子，"
    "就能画出一条带子，而不是一次运气。",
)
DATA = Text(en="Text", zh="文本")
DATAS: Mapping[str, Text] = {
    "wikipedia-sample": Text(en="English Wikipedia (384,000 words)", zh="英文维基百科（38.4 万词）"),
    "lee-news": Text(en="English news (small)", zh="英文新闻（较小）"),
    "zh-notes": Text(en="Chinese classroom notes (tiny)", zh="中文课堂小记（很小）"),
    "own": Text(en="my own text or file", zh="我自己的文字或文件"),
}
ARCHITECTURE, OUTPUT = Text(en="Architecture", zh="结构"), Text(en="Output", zh="输出层")
D, WINDOW, EPOCHS, SEEDS, MIN = (
    Text(en="Width D", zh="维数 D"),
    Text(en="Window", zh="窗口"),
    Text(en="Epochs", zh="轮数"),
    Text(en="Seeds", zh="种子数"),
    Text(en="Leave out words rarer than", zh="不要出现次数少于这个数的词"),
)
CONTROLS: Mapping[str, Text] = {
    "word2vec_data": DATA,
    "word2vec_train_architecture": ARCHITECTURE,
    "word2vec_train_output": OUTPUT,
    "word2vec_train_d": D,
    "word2vec_train_window": WINDOW,
    "word2vec_train_epochs": EPOCHS,
    "word2vec_train_seeds": SEEDS,
    "word2vec_train_min": MIN,
}
OWN = Text(en="Your own text", zh="你自己的文字")
OWN_HINT = Text(
    en="The more the better: a few thousand words at least. Chinese is cut into words by jieba.",
    zh="越多越好，至少几千词。中文由 jieba 分词。",
)
UPLOAD = Text(
    en="Or a file (.txt, .csv, .jsonl, .parquet with a column text)",
    zh="或者一个文件（.txt，或含 text 列的 .csv、.jsonl、.parquet）",
)
PASTE = Text(en="Paste a text or choose a file first.", zh="先粘贴一段文字，或选一个文件。")
SLOW = Text(
    en="Full softmax asks every word at every step: {V} times the work. It is offered for texts of at most {most:,} words.",
    zh="完整 softmax 每一步都要问遍所有词，是 {V} 倍的工作量，只对不超过 {most:,} 词的文本开放。",
)
COMPILING = Text(
    en="The first run with a new width compiles its inner loops: that takes a few seconds, then the bar moves.",
    zh="第一次用某个维数，要先花几秒钟编译内层循环，之后进度条才会动。",
)
FILM_TITLE = Text(
    en="{n} frequent words while they learn:<br>“{word}” ends next to “{near}”",
    zh="{n} 个常用词的学习过程：<br>“{word}”最后挨着“{near}”",
)
FILM_ALT = Text(
    en="The most frequent words on two fixed axes, from the first look to the last; play or drag the slider.",
    zh="最常用的词在固定的两条轴上，从训练开始到结束；可播放，也可拖动。",
)
LIVE_TITLE = Text(en="{share} trained, loss {loss:.3f} nats", zh="已训练 {share}，损失 {loss:.3f} 纳特")
CURVES_TITLE = Text(
    en="{first} rises to {value:.2f} in {seconds:.0f} s a run",
    zh="每次 {seconds:.0f} 秒，{first} 升到 {value:.2f}",
)
CURVES_NO_TEST = Text(
    en="Loss falls from {start:.2f} to {end:.2f} nats a prediction",
    zh="每次预测的损失从 {start:.2f} 降到 {end:.2f} 纳特",
)
CURVES_ALT = Text(
    en="Scores of the public tests and the loss over the training, with a band over seeds.",
    zh="公开测试得分和损失随训练的变化，带子是各种子的范围。",
)
PROGRESS, SCORE, LOSS = (
    Text(en="share of the training", zh="训练进度"),
    Text(en="ρ, or share right", zh="ρ 或正确率"),
    Text(en="nats per prediction", zh="每次预测的纳特数"),
)
RECORDED = Text(
    en="Recorded run: {name}, {words:,} words, {seeds} seeds, D = {D}, {epochs} epochs · {date} · {machine} · code {code} · "
    "`python -m core.word2vec studies`. The band is the range over seeds.",
    zh="录制结果：{name}，{words:,} 词，{seeds} 个种子，D = {D}，{epochs} 轮 · {date} · {machine} · 代码 {code} · "
    "`python -m core.word2vec studies`。带子是各种子的范围。",
)
YOURS = Text(
    en="Your run: {words:,} words, {V:,} with a vector, {seeds} seed(s), {seconds:.1f} s each. Choose “my own training” in any view above "
    "to walk around in it.",
    zh="你的训练：{words:,} 词，其中 {V:,} 个有向量，{seeds} 个种子，每次 {seconds:.1f} 秒。在上面任何一个视图里选“我自己训练的”，"
    "就能走进去看。",
)
NO_TESTS = Text(
    en="The public tests that come with the program are English; for Chinese only the loss is measured here. What our shipped "
    "Chinese vectors score stands under the map.",
    zh="随程序带的公开测试只有英文的；中文这里只量损失。现成的中文词向量得分写在词图下面。",
)
TESTS_NOTE = Text(
    en="Analogies: {n} drawn once from those whose words the text has. A small text leaves most of the tests' words unknown, and scores move "
    "by luck.",
    zh="类比题：从文本认得的题里一次抽定 {n} 道。文本小，测试里的词大多不认得，得分受运气影响大。",
)
HOW_IT_RUNS = Text(
    en="Each seed trains in one thread: same settings, same bytes. With `threads=2` and more in `core.word2vec.train`, threads write to the same "
    'weights without waiting for each other, so two runs differ a little. `device="cuda"` trains thousands of centres at a time in torch; on a '
    "processor that is several times slower than this compiled loop and never the default. All of a centre's context shares one draw of "
    "noise words; whether that matters is measured under the claims.",
    zh="每个种子用一个线程训练：设置相同，结果逐字节相同。在 `core.word2vec.train` 里用 `threads=2` 或更多，几个线程会互不等待地改同一份权重，"
    '两次结果就略有出入。`device="cuda"` 用 torch 一次训练几千个中心词；在 CPU 上它比这里的编译循环慢好几倍，所以从不作默认。'
    "同一个中心词的全部上下文共用一次抽出的噪声词，这有没有影响，见“论断”部分的实测。",
)
