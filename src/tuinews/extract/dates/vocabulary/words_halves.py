"""The halves of the day beside a clock of twelve hours, in languages whose other words stand elsewhere.

As Unicode CLDR 48 has them (dayPeriods), and as newspapers shorten them.
"""

from tuinews.extract.dates.vocabulary.words import Words

HALVES = (
    Words("hu", am="délelőtt, reggel, hajnal", pm="délután, este"),
    Words(
        "fa",
        am="ق.ظ, قبل‌ازظهر, قبل از ظهر, صبح, بامداد",
        pm="ب.ظ, بعدازظهر, بعد از ظهر, عصر",
        night="شب",
    ),
    Words("hi", night="रात"),
    Words("bn", noon="দুপুর", night="রাত"),
    Words("ur", am="صبح", pm="شام, سہ پہر", noon="دوپہر", night="رات"),
    Words("bg", am="пр.об, пр. обяд, сутринта", pm="сл.об, сл. обяд, следобед, вечерта"),
    Words("he", am="בבוקר, לפנה״צ, לפנהצ", pm="אחה״צ, אחהצ, אחר הצהריים, בערב", night="בלילה"),
    Words("sr", am="пре подне, pre podne", pm="по подне, po podne, увече, uveče"),
    Words("hr", am="prijepodne, ujutro", pm="poslijepodne, popodne, navečer"),
    Words("sw", am="asubuhi", pm="jioni, mchana", night="usiku"),
    Words("sq", am="e paradites, paradite", pm="e pasdites, pasdite"),
    Words("fil", am="ng umaga", pm="ng hapon, ng gabi"),
)
