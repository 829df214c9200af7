"""Month names of Unicode CLDR 48 beside those of the other tables: whole names of further languages.

Forms of a few letters that are words or names elsewhere are read only in a text of their language.
"""

from tuinews.extract.dates.vocabulary.words import Words

CLDR = (
    Words(
        "yo",
        months=(
            "oṣù ṣẹ́rẹ́; oṣù èrèlè; oṣù ẹrẹ̀nà; oṣù ìgbé; oṣù ẹ̀bibi; oṣù òkúdu; oṣù agẹmọ; oṣù ògún; oṣù owewe; "
            "oṣù ọ̀wàrà; oṣù bélú; oṣù ọ̀pẹ̀"
        ),
    ),
    Words(
        "rw",
        months=(
            "mutarama; gashyantare; werurwe; ; gicurasi; kamena; nyakanga; kanama; ; ukwakira; ugushyingo; ukuboza"
        ),
        months_at_home="mut; gas; wer; mata, mat; gic; kam; nya; kan; nzeri, nze; ukw; ugu; uku",
    ),
    Words(
        "om",
        months=(
            "amajjii; guraandhala; bitootessa; eebila; caamsaa; waxabajjii; adoolessa; hagayya; fulbaana; "
            "onkoloolessa; sadaasa; "
        ),
        months_at_home="ama; gur; ; elb; cam; wax; ado; hag; ful; onk; ; mudde, mud",
    ),
    Words(
        "gd",
        months=(
            "dhen fhaoilleach, am faoilleach; dhen ghearran, an gearran; dhen mhàrt, am màrt; dhen ghiblean, an "
            "giblean; dhen chèitean, an cèitean; dhen ògmhios, an t-ògmhios; dhen iuchar, an t-iuchar; dhen "
            "lùnastal, an lùnastal; dhen t-sultain, an t-sultain; dhen dàmhair, an dàmhair; dhen t-samhain, an "
            "t-samhain; dhen dùbhlachd, an dùbhlachd"
        ),
        months_at_home="faoi; gearr; màrt; gibl; cèit; ògmh; iuch; lùna; sult; dàmh; samh; dùbh",
    ),
    Words(
        "gsw",
        months="; ; ; ; ; ; ; auguscht; septämber; oktoober; novämber; dezämber",
        months_at_home="jänner; hornig; märze, merz; aprell, april; meie; ; ; ; ; ; wintermonet; chrischtmonet",
        weekdays="määntig, mäntig, mändig; ziischtig, zischtig, zyschtig; mittwuch; dunschtig, donnschtig,"
        " donschtig; friitig, fritig, frytig; samschtig; sunntig, sunndig",
    ),
    Words(
        "br",
        months="genver; c'hwevrer; meurzh; ; ; mezheven; gouere; ; gwengolo; ; ; ",
        months_at_home="; c'hwe; meur; ebrel, ebr; mae; mezh; goue; eost; gwen; here; du; kerzu, kzu",
        clock="eur",
        glue="a viz, viz",
    ),
    Words(
        "wo",
        months="samwiyee; fewriyee; ; ; ; ; ; ; sàttumbar; ; nowàmbar; desàmbar",
        months_at_home="sam; few; ; awril, awr; ; suwe, suw; sulet, sul; ut; sàt; ; now; ",
    ),
    Words(
        "sd",
        months="; فيبروري; ; اپريل; ; ; جولاءِ; ; سيپٽمبر; آڪٽوبر; ; ڊسمبر",
        months_at_home="; ; ; ; مئي; ; ; آگسٽ; ; ; ; ",
    ),
    Words(
        "mg",
        months="janoary; febroary; martsa; aprily; ; ; ; aogositra; septambra; ; novambra; desambra",
        months_at_home="; ; ; ; mey; jona, jon; jolay, jol; aog; ; ; ; ",
    ),
    Words(
        "ast",
        months=(
            "de xineru, xineru; de febreru, febreru; ; ; ; de xunu; de xunetu, xunetu; d'agostu, agostu; ; "
            "d'ochobre, ochobre; de payares, payares; d'avientu, avientu"
        ),
        months_at_home="xin; ; ; ; ; xunu, xun; xnt; ; ; och; pay; avi",
    ),
    Words(
        "zu",
        months="januwari; februwari; ; ephreli; ; ; julayi; agasti; septhemba; okthoba; ; disemba",
        months_at_home="; ; mashi, mas; eph; meyi, mey; ; ; aga; ; ; ; ",
    ),
    Words(
        "xh",
        months="janyuwari; februwari; matshi; epreli; ; ; julayi; agasti; ; okthobha, okthoba; ; disemba",
        months_at_home="; ; mat; epr; meyi, mey; ; ; aga; ; ; ; ",
    ),
    Words(
        "ig",
        months="jenụwarị; febrụwarị; maachị; epreel; ; ; ; ọgọọst; ; ọktoba; ; disemba",
        months_at_home="jen; ; maa; epr; ; juu; julaị; ọgọ; ; ọkt; ; ",
    ),
    Words(
        "an",
        months="de chinero, chinero; ; ; ; ; de chunyo, chunyo; de chuliol, chuliol; ; ; ; ; d'aviento, aviento",
        months_at_home="chi; ; ; ; ; chn; chl; ; ; ; ; avi",
    ),
    Words(
        "oc",
        months="genièr; febrièr; ; ; ; junh; julhet; ; ; octòbre; ; ",
    ),
    Words(
        "rm",
        months=(
            "da schaner, schaner; da favrer, favrer; da mars; d'avrigl, avrigl; da matg; da zercladur, zercladur;"
            " da fanadur, fanadur; d'avust; da settember, settember; ; da november; da december"
        ),
        months_at_home="schan; favr; ; ; matg; zercl; fan; avust; ; ; ; ",
    ),
    Words(
        "te",
        months="; ఫిబ్ర; ; ఏప్రి; ; ; ; ; సెప్టెం; అక్టో; నవం; డిసెం",
        months_at_home="; ; ; ; ; ; ; ఆగ; ; ; ; ",
    ),
    Words(
        "as",
        months="; ফেব্ৰু; ; ; ; ; ; ; ছেপ্তেম্বৰ, ছেপ্তে; ; নৱে; ডিচে",
        months_at_home="; ; ; ; ; ; ; আগ; ; ; ; ",
    ),
    Words(
        "am",
        months="; ; ; ኤፕሪ; ; ; ; ኦገስ; ሴፕቴ; ኦክቶ; ኖቬም; ዲሴም",
        months_at_home="ጃን; ፌብ; ; ; ; ; ; ; ; ; ; ",
    ),
    Words(
        "ha",
        months="; faburairu; ; ; ; ; ; ; ; ; ; ",
        months_at_home="; fab; ; afi; ; yun; yul; ; sat; ; nuw; ",
    ),
    Words(
        "bn",
        months="; ; ; এপ্রি; ; ; জুল; ; সেপ; ; ; ",
        months_at_home="; ; ; ; ; ; ; আগ; ; ; ; ",
    ),
    Words(
        "pa",
        months="; ; ; ਅਪ੍ਰੈ; ; ; ਜੁਲਾ; ; ; ; ; ",
        months_at_home="; ; ; ; ; ; ; ਅਗ; ; ; ; ",
    ),
    Words(
        "ckb",
        months="; ; ; ; ; ; ; ; ; ; ; کانونی یەکەم",
    ),
    Words(
        "ps",
        months="; فېبروري; ; ; ; ; ; ; سېپتمبر; ; ; ",
    ),
    Words(
        "tt",
        months="гыйнвар; ; ; ; ; ; ; ; ; ; ; ",
        months_at_home="гыйн; ; ; ; ; ; ; ; ; ; ; ",
    ),
    Words(
        "kn",
        months="; ; ; ಏಪ್ರಿ; ; ; ; ; ; ; ; ",
        months_at_home="; ; ; ; ; ; ; ಆಗ; ; ; ; ",
    ),
    Words(
        "mr",
        months="; ; ; एप्रि; ; ; ; ; ; ; ; ",
    ),
    Words(
        "so",
        months="; ; ; ; ; ; luulyo; ogosto; ; ; noofeembar; ",
        months_at_home="; ; ; ; maayo; ; lul; ogs; seb; ; nof; ",
    ),
    Words(
        "my",
        months="; ; ; ; ; ; ; ; စက်; အောက်; နို; ",
        months_at_home="; ဖေ; ; ဧ; ; ; ဇူ; ဩ; ; ; ; ဒီ",
    ),
    Words(
        "kok",
        months="; ; ; एप्रील, एप्री; ; ; जुलय; ; ; ; ; डिसे",
    ),
    Words(
        "lo",
        months="ມ.ກ; ກ.ພ; ມ.ນ; ມ.ສ; ພ.ພ; ມິ.ຖ; ກ.ລ; ສ.ຫ; ກ.ຍ; ຕ.ລ; ພ.ຈ; ທ.ວ",
    ),
    Words(
        "fy",
        months="jannewaris; febrewaris; ; ; ; ; ; ; septimber; ; novimber; desimber",
        months_at_home="; ; ; ; maaie; ; ; ; ; ; ; ",
    ),
    Words(
        "hsb",
        months="; ; ; apryla; ; ; ; awgusta; ; ; nowembra, nowember; ",
        months_at_home="; ; měrca, měrc, měr; apryl; meje, meja, mej; junij; julij; awg; ; ; now; ",
    ),
    Words(
        "dsb",
        months="; ; ; apryla; ; ; ; awgusta; ; ; nowembra, nowember; ",
        months_at_home="; ; měrca, měrc, měr; apryl; ; junij; julij; awg; ; ; now; ",
    ),
)
