"""Words that stand everywhere and name nothing, in both languages."""

_EN = """a about above after again against all almost also although always am among an and another any are as at away be
became because become been before began being below between both but by called came can cannot come could did do does
doing done down due during each either else especially etc even ever every few first following for found from further
gave get give given go goes going had has have having he hence her here hers herself him himself his how however if in
indeed instead into is it its itself just known last later least less let like made mainly make makes many may me might
more moreover most mostly much must my near nearly neither never nevertheless next no nor not now of off often on once
one only onto or other others otherwise our ours out over own part per perhaps rather really said same saw say says
second see seem seen several she should since so some sometimes soon still such take taken than that the their them
themselves then there thereby therefore these they third this those though three through throughout thus to together
too toward towards two under until up upon us use used uses using usually various very via was way we well went were
what when where whereas whether which while who whole whom whose why will with within without would yet you your"""
_ZH = """一个 一些 一种 一样 一直 一般 一下 一起 一次 一切 上面 下面 不是 不会 不能
不同 不过 不仅 不但 与其 为了 为什么 主要 也是 之间 之后 之前 之一 之中
人们 什么 今天 他们 以及 以后 以前 以来 以上 以下 任何 但是 作为 使用 例如
便是 其中 其他 其它 具有 再次 几乎 出现 分别 刚刚 别人 到了 则是 包括 十分
即使 却是 只是 只有 只要 另外 可以 可能 可是 各种 同时 后来 向着 因为 因此
因而 在于 多少 大家 大约 大多 如果 如此 如何 它们 对于 将会 尤其 就是 已经
并且 并非 应该 当时 很多 怎么 怎样 总是 我们 或者 所以 所有 所谓 接着 方面
无法 时候 是否 曾经 更加 最后 有些 有的 有时 来说 根据 比如 然后 然而 特别
由于 由此 直到 相当 着的 第一 第二 经过 自己 自从 至于 虽然 许多 认为 许多
该市 起来 还是 还有 这个 这些 这样 这种 这里 进行 通过 通常 那个 那些 那么
那样 部分 都是 随着 除了 需要 非常 以至 便于 属于 成为 称为 位于 开始 没有
其后 为主 之内 他的 她的 此外 亦为"""
STOP = frozenset(_EN.split()) | frozenset(_ZH.split())
