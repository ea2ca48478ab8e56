"""Pairs of an English and a Chinese word of one meaning, to lay two spaces over each other; written for this page."""

from __future__ import annotations

PAIRS: tuple[tuple[str, str], ...] = tuple(
    (pair.split("/")[0], pair.split("/")[1])
    for pair in (
        "water/水 fire/火 mountain/山 river/河 sea/海 sun/太阳 moon/月亮 star/星 sky/天空 wind/风 rain/雨 snow/雪 "
        "earth/地球 stone/石 gold/金 silver/银 iron/铁 wood/木 tree/树 flower/花 grass/草 leaf/叶 horse/马 cow/牛 "
        "sheep/羊 dog/狗 cat/猫 bird/鸟 fish/鱼 tiger/虎 dragon/龙 head/头 hand/手 eye/眼睛 ear/耳朵 mouth/嘴 "
        "heart/心 blood/血 bone/骨 father/父亲 mother/母亲 brother/兄弟 sister/姐姐 son/儿子 daughter/女儿 "
        "husband/丈夫 wife/妻子 child/孩子 friend/朋友 teacher/老师 student/学生 doctor/医生 soldier/士兵 king/国王 "
        "emperor/皇帝 general/将军 army/军队 war/战争 peace/和平 enemy/敌人 city/城市 village/村 house/房子 door/门 "
        "window/窗户 road/路 bridge/桥 boat/船 car/汽车 train/火车 book/书 letter/信 word/词 language/语言 music/音乐 "
        "song/歌 school/学校 university/大学 hospital/医院 market/市场 money/钱 food/食物 rice/米 meat/肉 tea/茶 "
        "wine/酒 milk/牛奶 bread/面包 year/年 month/月 day/日 night/夜 morning/早上 evening/晚上 spring/春 summer/夏 "
        "autumn/秋 winter/冬 north/北 south/南 east/东 west/西 one/一 two/二 three/三 four/四 ten/十 hundred/百 "
        "red/红 white/白 black/黑 green/绿 big/大 small/小 long/长 new/新 old/老 good/好 eat/吃 drink/喝 see/看见 "
        "hear/听见 speak/说 walk/走 run/跑 fly/飞 live/住 die/死 love/爱 think/想 know/知道 buy/买 sell/卖 write/写 "
        "read/读 china/中国 japan/日本 england/英国 america/美国 france/法国 germany/德国 russia/俄罗斯 beijing/北京 "
        "history/历史 science/科学 government/政府 president/总统 party/党 people/人民 world/世界 country/国家 law/法律"
    ).split()
)
