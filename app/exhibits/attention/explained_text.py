"""The words of the claims about attention as an explanation."""

from app.i18n import ClaimWords, Text

_DRAWN = Text(
    en="Each seed draws eight of our own forty sentences; MiniLM.",
    zh="每个种子从我们自己的四十个句子里抽八句；模型是 MiniLM。",
)

CLAIMS = (
    ClaimWords(
        id="attention/weights-tell",
        says=Text(
            en="The words that get most attention are the words that matter.",
            zh="得到注意力最多的词，就是最要紧的词。",
        ),
        measured=Text(
            en="how much faster the cosine of a sentence's vector with itself falls when words are taken away in the order of the last layer's "
            f"attention than in random order: difference of the mean cosines along the way. {_DRAWN.en}",
            zh="按最后一层注意力的次序拿走词，句向量与原句的余弦比随机次序掉得快多少：取整个过程中平均余弦之差。"
            + _DRAWN.zh,
        ),
        unit=Text(en="cosine", zh="余弦"),
        plain=Text(
            en="In its order the mean cosine is {mean:.3f} lower than in random order ({low:.3f} to {high:.3f}).",
            zh="按它的次序，平均余弦比随机次序低 {mean:.3f}（{low:.3f} 到 {high:.3f}）。",
        ),
        note=Text(
            en="The other ways to say which words count, on the same sentences: integrated gradients {ig:.3f}, norms {norm:.3f}, gradient × "
            "attention {gradient:.3f}, rollout {rollout:.3f}, flow {flow:.3f}. δ = {delta:.2f}.",
            zh="同样的句子上，别的方法：积分梯度 {ig:.3f}，范数 {norm:.3f}，梯度 × 注意力 {gradient:.3f}，展开 {rollout:.3f}，流 {flow:.3f}。"
            "δ = {delta:.2f}。",
        ),
        control=Text(en="random orders against other random orders.", zh="随机次序与另一些随机次序相比。"),
        extras={
            "ig": Text(en="integrated gradients", zh="积分梯度"),
            "norm": Text(en="norms, rolled out", zh="范数展开"),
            "gradient": Text(en="gradient × attention", zh="梯度 × 注意力"),
            "rollout": Text(en="rollout", zh="展开"),
            "flow": Text(en="flow", zh="流"),
        },
    ),
    ClaimWords(
        id="attention/shuffling-matters",
        says=Text(en="Shuffle the attention weights, and the answer changes.", zh="打乱注意力权重，答案就变。"),
        measured=Text(
            en="1 minus the cosine between the sentence's vector and the vector after the weights of all heads of the last layer were handed to "
            f"other tokens at random, ten times. {_DRAWN.en}",
            zh="把最后一层所有头的权重随机换给别的词元（十次），1 减去句向量前后的余弦。" + _DRAWN.zh,
        ),
        unit=Text(en="1 − cosine", zh="1 − 余弦"),
        plain=Text(
            en="The vector turns by {mean:.3f} ({low:.3f} to {high:.3f}).",
            zh="向量转开了 {mean:.3f}（{low:.3f} 到 {high:.3f}）。",
        ),
        note=Text(
            en="Jain & Wallace found on small recurrent classifiers that it often hardly matters. Shuffled in every layer: {everywhere:.3f}. "
            "δ = {delta:.2f}.",
            zh="Jain 与 Wallace 在小的循环网络分类器上发现，打乱往往几乎没有影响。每一层都打乱：{everywhere:.3f}。δ = {delta:.2f}。",
        ),
        control=Text(
            en="the last layer's weights made all alike, then shuffled: nothing can change.",
            zh="先把最后一层的权重变成处处相等再打乱：什么也不会变。",
        ),
        extras={"everywhere": Text(en="shuffled in every layer", zh="每一层都打乱")},
    ),
)
