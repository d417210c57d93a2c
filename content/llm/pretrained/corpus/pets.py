"""宠物小语料：本节各章共用的中文玩具语言，由语法生成，不需要下载。

一篇文章（document）有三句，说的是同一个主人的同一只宠物：

    我 有 一 只 小 鸭 ， 它 爱 游泳 。
    我 的 鸭 今天 会 嘎嘎 叫 。
    昨天 我 很 高兴 ， 因为 鸭 回来了 。

四种动物排成 2×2：量词（只、条）在动物左边，习惯（陆上、水里）在右边，

              晒太阳 散步 打盹     游泳 玩水 潜水
    一只            猫                 鸭
    一条            狗                 鱼

所以第一句里的动物，只看左边剩两种可能，只看右边也剩两种，两边合起来才唯一。第二句的
叫声单独就能定出动物（鱼不叫，吐泡泡）。第三句的心情和原因总是同为好事或同为坏事。
主人、形容词、时间和同类的习惯之间没有规律，猜不准是应该的。

用法：

    from pets import documents, sentences, vocabulary
    vocabulary()            57 个词：5 个特殊符号在前，其余按语法里的次序；下标就是 id
    sentences()             三种句式的全部句子，次序固定（240 + 64 + 1152 句）
    documents(1000, seed=0) 随机抽 1000 篇，每篇是三个句子
    sentence_pair(draw)     下一句预测用的一对：(前句, 后句, 后句是随机的吗)

句子是词的列表。需要字的地方（例如字级语言模型）用 "".join(句子)。
"""

import random

PAD, UNK, CLS, SEP, MASK = "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"
SPECIAL = [PAD, UNK, CLS, SEP, MASK]

OWNERS = ["我", "你", "他", "她"]
ADJECTIVES = ["", "小", "老", "白", "黑"]
# 动物 → (量词, 在水里吗, 会做的事)
ANIMALS = {"猫": ("只", False, ["喵喵", "叫"]),
           "狗": ("条", False, ["汪汪", "叫"]),
           "鸭": ("只", True, ["嘎嘎", "叫"]),
           "鱼": ("条", True, ["吐", "泡泡"])}
HABITS = {False: ["晒太阳", "散步", "打盹"], True: ["游泳", "玩水", "潜水"]}
TIMES = ["今天", "昨天", "早上", "晚上"]
# 是好事吗 → 心情、原因
MOODS = {True: ["高兴", "开心", "快乐"], False: ["难过", "伤心", "着急"]}
EVENTS = {True: ["回来了", "吃饱了", "长大了"],
          False: ["不见了", "生病了", "受伤了"]}


def first(owner, adjective, animal, habit):
    """我 有 一 只 小 鸭 ， 它 爱 游泳 。"""
    classifier = ANIMALS[animal][0]
    return ([owner, "有", "一", classifier] + [adjective] * bool(adjective)
            + [animal, "，", "它", "爱", habit, "。"])


def second(owner, animal, time):
    """我 的 鸭 今天 会 嘎嘎 叫 。"""
    return [owner, "的", animal, time, "会"] + ANIMALS[animal][2] + ["。"]


def third(time, owner, mood, animal, event):
    """昨天 我 很 高兴 ， 因为 鸭 回来了 。"""
    return [time, owner, "很", mood, "，", "因为", animal, event, "。"]


def sentences():
    """三种句式的全部句子：{"first": 240 句, "second": 64 句, "third": 1152 句}。"""
    return {
        "first": [first(o, j, a, h) for o in OWNERS for j in ADJECTIVES
                  for a in ANIMALS for h in HABITS[ANIMALS[a][1]]],
        "second": [second(o, a, t) for o in OWNERS for a in ANIMALS
                   for t in TIMES],
        "third": [third(t, o, m, a, e) for t in TIMES for o in OWNERS
                  for good in (True, False) for m in MOODS[good]
                  for a in ANIMALS for e in EVENTS[good]],
    }


def document(draw):
    """一篇三句；draw 是 random.Random。"""
    owner, animal = draw.choice(OWNERS), draw.choice(list(ANIMALS))
    good = draw.random() < 0.5
    return [
        first(owner, draw.choice(ADJECTIVES), animal,
              draw.choice(HABITS[ANIMALS[animal][1]])),
        second(owner, animal, draw.choice(TIMES)),
        third(draw.choice(TIMES), owner, draw.choice(MOODS[good]), animal,
              draw.choice(EVENTS[good])),
    ]


def documents(count, seed):
    """count 篇文章，由种子决定。"""
    draw = random.Random(seed)
    return [document(draw) for _ in range(count)]


def sentence_pair(draw):
    """→ (前句, 后句, 随机吗)。一半是同一篇里相邻的两句，一半的后句来自另一篇。

    另一篇也可能碰巧是同一个主人的同一种动物（1/16），这样的负例与正例无法区分。
    """
    page, start = document(draw), draw.randrange(2)
    is_random = draw.random() < 0.5
    follower = document(draw) if is_random else page
    return page[start], follower[start + 1], is_random


def vocabulary():
    """词表：特殊符号在前，其余按出现次序。"""
    every = [w for group in sentences().values() for s in group for w in s]
    return SPECIAL + list(dict.fromkeys(every))


if __name__ == "__main__":
    for page in documents(3, seed=0):
        print("\n".join(" ".join(s) for s in page), end="\n\n")
    print(len(vocabulary()), "个词；",
          {k: len(v) for k, v in sentences().items()})
