"""The words of the view of one anchor."""

from app.i18n import Text

POSITIVE = Text(en="The positive, degrees from the anchor", zh="正例与锚点的夹角，度")
NEGATIVES = (
    Text(en="Negative A", zh="负例 A"),
    Text(en="Negative B", zh="负例 B"),
    Text(en="Negative C", zh="负例 C"),
)
ANCHOR, POSITIVE_NAME = Text(en="anchor x", zh="锚点 x"), Text(en="positive x⁺", zh="正例 x⁺")
SHARES = Text(en="The softmax: which of them is the partner?", zh="softmax：哪一个是它的伙伴？")
TITLE = Text(
    en="Loss {loss:.2f} nats: the positive gets {share}; the anchor is {way}",
    zh="损失 {loss:.2f} 纳特：正例占 {share}；锚点{way}",
)
TOWARDS = Text(en="pulled towards it", zh="被拉向正例")
AWAY = Text(en="pushed away from it by its negatives", zh="被负例推得远离正例")
ASIDE = Text(en="pushed aside by its negatives", zh="被负例推向一旁")
STILL = Text(en="pulled nowhere", zh="不动（合力为零）")
ALT = Text(
    en="Anchor, positive and negatives on a circle with the force of each.",
    zh="圆上的锚点、正例和负例，以及各自的作用力。",
)
HOW = Text(
    en="Red pulls, blue pushes, black is their sum: minus the gradient, along the circle. A negative weighs as much as "
    "its share of the softmax, and of that the part along the circle is drawn: right on the anchor, or just opposite, no arrow is left. "
    "Bring one to about 20°, then make τ small, and it does nearly all the pushing.",
    zh="红色是拉力，蓝色是推力，黑色是合力，也就是沿圆周的负梯度。负例的分量就是它在 softmax 中的份额，画出来的是沿圆周的那部分：正压在锚点上或正对面时，箭头就没有了。"
    "把一个负例移到约 20°，再调小 τ，推力几乎全由它出。",
)
