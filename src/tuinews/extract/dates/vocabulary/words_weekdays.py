"""Weekdays of languages whose other words stand elsewhere: beside a date they are no name and no headline."""

from tuinews.extract.dates.vocabulary.words import Words

WEEKDAYS = (
    Words("af", weekdays="maandag; dinsdag; woensdag; donderdag; vrydag; saterdag; sondag"),
    Words("am", weekdays="ሰኞ; ማክሰኞ; ረቡዕ; ሐሙስ; ዓርብ, አርብ; ቅዳሜ; እሑድ, እሁድ"),
    Words("as", weekdays="সোমবাৰ; মঙ্গলবাৰ; বুধবাৰ; বৃহস্পতিবাৰ; শুক্ৰবাৰ; শনিবাৰ; দেওবাৰ"),
    Words(
        "az",
        weekdays_at_home="bazar ertəsi; çərşənbə axşamı; çərşənbə; cümə axşamı; cümə; şənbə; bazar",
    ),
    Words("be", weekdays="панядзелак; аўторак; серада; чацвер; пятніца; субота; нядзеля"),
    Words(
        "cy",
        weekdays="dydd llun; dydd mawrth; dydd mercher; dydd iau; dydd gwener; dydd sadwrn; dydd sul",
    ),
    Words("et", weekdays="esmaspäev; teisipäev; kolmapäev; neljapäev; reede; laupäev; pühapäev"),
    Words("eu", weekdays="astelehena; asteartea; asteazkena; osteguna; ostirala; larunbata; igandea"),
    Words(
        "ga",
        weekdays="dé luain; dé máirt; dé céadaoin; déardaoin; dé haoine; dé sathairn; dé domhnaigh",
    ),
    Words("gl", weekdays="luns; martes; mércores; xoves; venres; sábado; domingo"),
    Words("gu", weekdays="સોમવાર; મંગળવાર; બુધવાર; ગુરુવાર; શુક્રવાર; શનિવાર; રવિવાર"),
    Words(
        "is",
        weekdays="mánudagur; þriðjudagur; miðvikudagur; fimmtudagur; föstudagur; laugardagur; sunnudagur",
    ),
    Words("kn", weekdays="ಸೋಮವಾರ; ಮಂಗಳವಾರ; ಬುಧವಾರ; ಗುರುವಾರ; ಶುಕ್ರವಾರ; ಶನಿವಾರ; ಭಾನುವಾರ"),
    Words("lb", weekdays="méindeg; dënschdeg; mëttwoch; donneschdeg; freideg; samschdeg; sonndeg"),
    Words("lv", weekdays="pirmdiena; otrdiena; trešdiena; ceturtdiena; piektdiena; sestdiena; svētdiena"),
    Words(
        "ml",
        weekdays="തിങ്കളാഴ്ച, തിങ്കൾ; ചൊവ്വാഴ്ച, ചൊവ്വ; ബുധനാഴ്ച, ബുധൻ; വ്യാഴാഴ്ച, വ്യാഴം; വെള്ളിയാഴ്ച, വെള്ളി; ശനിയാഴ്ച, ശനി; ഞായറാഴ്ച, ഞായർ",
    ),
    Words("mr", weekdays="सोमवार; मंगळवार; बुधवार; गुरुवार, गुरूवार; शुक्रवार; शनिवार; रविवार"),
    Words(
        "ne",
        weekdays="सोमबार; मंगलबार, मङ्गलबार; बुधबार; बिहीबार, बिहिबार; शुक्रबार; शनिबार; आइतबार, आईतबार",
    ),
    Words("or", weekdays="ସୋମବାର; ମଙ୍ଗଳବାର; ବୁଧବାର; ଗୁରୁବାର; ଶୁକ୍ରବାର; ଶନିବାର; ରବିବାର"),
    Words("pa", weekdays="ਸੋਮਵਾਰ; ਮੰਗਲਵਾਰ; ਬੁੱਧਵਾਰ; ਵੀਰਵਾਰ; ਸ਼ੁੱਕਰਵਾਰ; ਸ਼ਨਿੱਚਰਵਾਰ, ਸ਼ਨੀਵਾਰ; ਐਤਵਾਰ"),
    Words("si", weekdays="සඳුදා; අඟහරුවාදා; බදාදා; බ්රහස්පතින්දා; සිකුරාදා; සෙනසුරාදා; ඉරිදා"),
    Words("sq", weekdays_at_home="e hënë; e martë; e mërkurë; e enjte; e premte; e shtunë; e diel"),
    Words("sw", weekdays="jumatatu; jumanne; jumatano; alhamisi; ijumaa; jumamosi; jumapili"),
    Words("te", weekdays="సోమవారం; మంగళవారం; బుధవారం; గురువారం; శుక్రవారం; శనివారం; ఆదివారం"),
    Words("tg", weekdays_at_home="душанбе; сешанбе; чоршанбе; панҷшанбе; ҷумъа; шанбе; якшанбе"),
    Words("tl", weekdays="lunes; martes; miyerkules; huwebes; biyernes; sabado; linggo"),
)
"""By Unicode CLDR 48; what is also a name or a common word counts at home alone."""
