"""The words of the claims about sentences."""

from app.i18n import ClaimWords, Text

TUNING = Text(
    en="our own small BERT that has only filled gaps, 40 steps of 32 sentences, 5 seeds",
    zh="我们自己的、只做过填空的小 BERT，40 步、每步 32 句，5 个种子",
)
RHO = Text(en="Spearman’s ρ on STS-B’s development pairs", zh="STS-B 开发集上的 Spearman ρ")

CLAIMS = (
    ClaimWords(
        id="sentences/dropout-views",
        says=Text(
            en="Reading a sentence twice with dropout gives better pairs than cutting words out of it.",
            zh="带着 dropout 把一句话读两遍，比删掉几个词造出来的句对更好。",
        ),
        measured=Text(
            en=f"{RHO.en}: dropout alone less the better of crop and deletion (a tenth of the words, dropout stays on); {TUNING.en}; "
            "δ is one hundredth.",
            zh=f"{RHO.zh}：只用 dropout，减去“截取”和“删词”里较好的一个（去掉一成的词，dropout 照开）；{TUNING.zh}；δ 定为百分之一。",
        ),
        unit=RHO,
        plain=Text(
            en="Dropout alone is {mean:+.3f} ahead of the better rival ({low:+.3f} to {high:+.3f}).",
            zh="只用 dropout 比较好的对手高 {mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="ρ before tuning {before:.3f}; dropout {dropout:.3f}, crop {crop:.3f}, deletion {delete:.3f}. The paper has 0.825, 0.778 "
            "and 0.759, from BERT-base and a million sentences.",
            zh="训练前 ρ 为 {before:.3f}；dropout {dropout:.3f}，截取 {crop:.3f}，删词 {delete:.3f}。论文用 BERT-base 和一百万句，分别是 0.825、0.778、0.759。",
        ),
        control=Text(en="dropout against dropout with other dice.", zh="dropout 对 dropout，只换一组骰子。"),
        extras={
            "before": Text(en="ρ before tuning", zh="训练前 ρ"),
            "dropout": Text(en="ρ, dropout", zh="ρ，dropout"),
            "crop": Text(en="ρ, crop", zh="ρ，截取"),
            "delete": Text(en="ρ, deletion", zh="ρ，删词"),
        },
    ),
    ClaimWords(
        id="sentences/same-mask",
        says=Text(
            en="If both readings share one dropout mask, sentences of one meaning drift apart.",
            zh="两遍若用同一个 dropout 掩码，意思相同的句子就会越离越远。",
        ),
        measured=Text(
            en=f"alignment (mean squared distance of pairs scored above 4) with one mask less that with two; {TUNING.en}; δ is 0.05.",
            zh=f"对齐（金标高于 4 分的句对的平均平方距离）：同一个掩码减去两个掩码；{TUNING.zh}；δ 定为 0.05。",
        ),
        unit=Text(en="mean squared distance", zh="平均平方距离"),
        plain=Text(
            en="With one mask the pairs end {mean:+.3f} farther apart ({low:+.3f} to {high:+.3f}).",
            zh="用同一个掩码，句对的平方距离多出 {mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="Alignment {two:.3f} with two masks, {one:.3f} with one; ρ {two_score:.3f} and {one_score:.3f}.",
            zh="两个掩码时对齐 {two:.3f}，一个掩码时 {one:.3f}；ρ 分别为 {two_score:.3f} 和 {one_score:.3f}。",
        ),
        control=Text(en="two masks against two masks with other dice.", zh="两个掩码对两个掩码，只换一组骰子。"),
        extras={
            "two": Text(en="alignment, two masks", zh="对齐，两个掩码"),
            "one": Text(en="alignment, one mask", zh="对齐，一个掩码"),
            "two_score": Text(en="ρ, two masks", zh="ρ，两个掩码"),
            "one_score": Text(en="ρ, one mask", zh="ρ，一个掩码"),
        },
    ),
    ClaimWords(
        id="sentences/more-uniform",
        says=Text(
            en="SimCSE spreads the vectors over the sphere, and pairs of one meaning stay as close as they were.",
            zh="SimCSE 让向量铺满球面，而意思相同的句对还像原来一样近。",
        ),
        measured=Text(
            en=f"by how much uniformity falls on the sentences of STS-B’s development pairs; {TUNING.en}; δ is 0.2.",
            zh=f"STS-B 开发集的句子上，均匀性下降了多少；{TUNING.zh}；δ 定为 0.2。",
        ),
        unit=Text(en="fall of uniformity", zh="均匀性的下降"),
        plain=Text(
            en="Uniformity falls by {mean:.2f} ({low:.2f} to {high:.2f}).",
            zh="均匀性下降 {mean:.2f}（{low:.2f} 到 {high:.2f}）。",
        ),
        note=Text(
            en="Uniformity {uniformity_before:.2f} → {uniformity_after:.2f}, alignment {alignment_before:.2f} → {alignment_after:.2f}. "
            "Where everything lies in a narrow cone, alignment is small for nothing: it can hardly stay when the cone opens.",
            zh="均匀性 {uniformity_before:.2f} → {uniformity_after:.2f}，对齐 {alignment_before:.2f} → {alignment_after:.2f}。"
            "如果所有向量原本挤在一个窄锥里，对齐小并不说明什么；锥一张开，它就很难不变。",
        ),
        control=Text(
            en="the second half of the sentence: by how much alignment rises. It should stay inside ±δ.",
            zh="这句话的后半：对齐上升了多少。它应当落在 ±δ 以内。",
        ),
        extras={
            "uniformity_before": Text(en="uniformity before", zh="训练前均匀性"),
            "uniformity_after": Text(en="uniformity after", zh="训练后均匀性"),
            "alignment_before": Text(en="alignment before", zh="训练前对齐"),
            "alignment_after": Text(en="alignment after", zh="训练后对齐"),
        },
    ),
    ClaimWords(
        id="sentences/supervised",
        says=Text(
            en="Labelled pairs (what follows, what contradicts) teach more than reading a sentence twice.",
            zh="有标注的句对（蕴含的、矛盾的）比把一句话读两遍教得更多。",
        ),
        measured=Text(
            en=f"{RHO.en}: after SNLI’s triples, less after dropout on the same premises; {TUNING.en}; δ is one hundredth.",
            zh=f"{RHO.zh}：用 SNLI 三元组训练，减去在同样的前提句上用 dropout 训练；{TUNING.zh}；δ 定为百分之一。",
        ),
        unit=RHO,
        plain=Text(
            en="The triples are {mean:+.3f} ahead ({low:+.3f} to {high:+.3f}).",
            zh="三元组高 {mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="ρ: triples {triples:.3f}, the same premises read twice {premises:.3f}, Wikipedia read twice {wikipedia:.3f}. Only SNLI’s test "
            "split was at hand: 2,929 triples, against about 275,000 in the paper.",
            zh="ρ：三元组 {triples:.3f}，同样的前提句读两遍 {premises:.3f}，维基百科读两遍 {wikipedia:.3f}。手边只有 SNLI 的测试集：2,929 个三元组，"
            "论文用了约 27.5 万个。",
        ),
        control=Text(
            en="what reading those premises gains over reading Wikipedia: that is the kind of text, not the labels.",
            zh="只读这些前提句，比读维基百科多得多少：这是文本种类的作用，不是标注的作用。",
        ),
        extras={
            "triples": Text(en="ρ, triples", zh="ρ，三元组"),
            "premises": Text(en="ρ, premises twice", zh="ρ，前提句读两遍"),
            "wikipedia": Text(en="ρ, Wikipedia twice", zh="ρ，维基百科读两遍"),
        },
    ),
    ClaimWords(
        id="sentences/rerank",
        says=Text(
            en="Reading the ten nearest answers again, each together with the question, puts the right one first more often.",
            zh="把最近的十个答案各与问题放在一起再读一遍，正确答案会更常排到第一。",
        ),
        measured=Text(
            en="share of questions whose right answer comes first: after re-ranking by the mean of cosine and score, less before; sentences of STS-B’s "
            "test pairs scored above 4, five separate fifths of them instead of seeds; δ is two hundredths.",
            zh="正确答案排第一的问题占多少：按余弦与分数的平均重排之后，减去重排之前；问题取自 STS-B 测试集金标高于 4 分的句对，用互不重叠的五份代替五个种子；δ 定为百分之二。",
        ),
        unit=Text(en="recall at 1", zh="首位召回率"),
        plain=Text(
            en="The share of questions whose right answer comes first: after less before {mean:+.1%} ({low:+.1%} to {high:+.1%}).",
            zh="正确答案排第一的问题所占比例，重排之后减去之前是 {mean:+.1%}（{low:+.1%} 到 {high:+.1%}）。",
        ),
        note=Text(
            en="Before {before:.1%}, after {after:.1%}; by the cross-encoder’s score alone {alone:.1%}. Ours is a small cross-encoder that learnt from "
            "few pairs; the bi-encoder before it is MiniLM, tuned on a billion.",
            zh="重排之前 {before:.1%}，之后 {after:.1%}；只按交叉编码器的分数则是 {alone:.1%}。我们的交叉编码器很小，学过的句对也少；排在它前面的双编码器 MiniLM 却学过十亿对。",
        ),
        control=Text(
            en="the mean of the cosine and of another cosine of the same model (first and last layer), which reads apart as well.",
            zh="把余弦与同一模型的另一种余弦（首层与末层平均）取平均：多一份意见，但仍是分开来读。",
        ),
        extras={
            "before": Text(en="recall at 1, before", zh="首位召回率，重排前"),
            "after": Text(en="recall at 1, after", zh="首位召回率，重排后"),
            "alone": Text(en="recall at 1, score alone", zh="首位召回率，只看分数"),
        },
    ),
    ClaimWords(
        id="sentences/flow",
        says=Text(
            en="Bending the vectors of a plain language model until they look Gaussian (BERT-flow) does more than whitening them.",
            zh="用流模型把朴素语言模型的向量弯成高斯的样子（BERT-flow），比只做白化更好。",
        ),
        measured=Text(
            en=f"{RHO.en}: after whitening to 64 directions and bending, less after the whitening alone; our own small BERT that has only filled gaps, "
            "2,000 training sentences without labels, 5 seeds; δ is one hundredth.",
            zh=f"{RHO.zh}：白化到 64 个方向再经流模型，减去只做白化；我们自己的、只做过填空的小 BERT，2,000 句无标注的训练句子，5 个种子；δ 定为百分之一。",
        ),
        unit=RHO,
        plain=Text(
            en="The flow is {mean:+.3f} ahead of whitening ({low:+.3f} to {high:+.3f}).",
            zh="流模型比白化高 {mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="ρ untouched {plain:.3f}, whitened {white:.3f}, bent {flow:.3f}. Su et al. 2021 have said of BERT-base that whitening does as well as the "
            "flow; how it comes out on the test pairs stands under *Real encoders*.",
            zh="ρ：原样 {plain:.3f}，白化 {white:.3f}，再经流模型 {flow:.3f}。Su 等 2021 在 BERT-base 上的说法是：白化就能做到和流模型一样好；测试集上的结果见“真实的编码器”。",
        ),
        control=Text(
            en="the flow against a flow of other dice on the same sentences.",
            zh="流模型对流模型，句子相同，只换一组骰子。",
        ),
        extras={
            "plain": Text(en="ρ, untouched", zh="ρ，原样"),
            "white": Text(en="ρ, whitened", zh="ρ，白化"),
            "flow": Text(en="ρ, bent", zh="ρ，再经流模型"),
        },
    ),
    ClaimWords(
        id="sentences/averages",
        says=Text(
            en="Where nobody labels, the plain average of word vectors orders pairs better than a reader taught by neighbouring sentences.",
            zh="没有标注的时候，直接平均词向量，比靠相邻句子训练出来的阅读器排得更准。",
        ),
        measured=Text(
            en=f"{RHO.en}: averaged word2vec vectors less quick thoughts (a recurrent reader that begins with the same vectors and learns from the packaged "
            "Wikipedia sample); 5 seeds; δ is five hundredths.",
            zh=f"{RHO.zh}：word2vec 词向量平均，减去 quick thoughts（循环网络，从同样的词向量出发，在随包的维基百科样本上学习）；5 个种子；δ 定为百分之五。",
        ),
        unit=RHO,
        plain=Text(
            en="The averages are {mean:+.3f} ahead ({low:+.3f} to {high:+.3f}).",
            zh="词向量平均高 {mean:+.3f}（{low:+.3f} 到 {high:+.3f}）。",
        ),
        note=Text(
            en="ρ: averages {averages:.3f}, quick thoughts {thoughts:.3f}. The reader has seen about a hundred articles, skip-thought in the paper a large "
            "collection of novels.",
            zh="ρ：词向量平均 {averages:.3f}，quick thoughts {thoughts:.3f}。我们的阅读器只读过约一百篇文章，论文里的 skip-thought 读过大量小说。",
        ),
        control=Text(en="the same difference with the grades shuffled.", zh="把金标打乱之后的同一个差。"),
        extras={
            "averages": Text(en="ρ, averages", zh="ρ，词向量平均"),
            "thoughts": Text(en="ρ, quick thoughts", zh="ρ，相邻句阅读器"),
        },
    ),
)
