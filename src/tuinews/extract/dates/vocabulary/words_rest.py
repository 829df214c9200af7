"""Month names alone of languages whose feeds print them: Belarusian, the scripts of India, Burmese, Sinhala,
Amharic, Irish, Welsh, Basque, Galician and Swahili (Unicode CLDR 48).

Short forms that are words elsewhere (Basque "abe", "ira") are left out; a feed's own language knows a month by its
beginning.
"""

from tuinews.extract.dates.vocabulary.words import Words

REST = (
    Words(
        "be",
        months="студзеня, студзень; лютага, люты; сакавіка, сакавік; красавіка, красавік; мая, май, траўня;"
        " чэрвеня, чэрвень; ліпеня, ліпень; жніўня, жнівень; верасня, верасень; кастрычніка, кастрычнік;"
        " лістапада, лістапад; снежня, снежань",
        ago="таму",
        days="пазаўчора; учора; сёння; заўтра",
        glue="г",
    ),
    Words(
        "te",
        months="జనవరి, జన; ఫిబ్రవరి; మార్చి; ఏప్రిల్; మే; జూన్; జులై, జూలై; ఆగస్టు, ఆగస్ట్; సెప్టెంబర్, సెప్టెంబరు;"
        " అక్టోబర్, అక్టోబరు; నవంబర్, నవంబరు; డిసెంబర్, డిసెంబరు",
    ),
    Words(
        "mr",
        months="जानेवारी, जाने; फेब्रुवारी, फेब्रु; मार्च; एप्रिल; मे; जून; जुलै; ऑगस्ट, ऑग; सप्टेंबर, सप्टें; ऑक्टोबर, ऑक्टो;"
        " नोव्हेंबर, नोव्हें; डिसेंबर, डिसें",
    ),
    Words(
        "gu",
        months="જાન્યુઆરી, જાન્યુ; ફેબ્રુઆરી, ફેબ્રુ; માર્ચ; એપ્રિલ; મે; જૂન; જુલાઈ; ઑગસ્ટ, ઓગસ્ટ; સપ્ટેમ્બર, સપ્ટે;"
        " ઑક્ટોબર, ઓક્ટોબર, ઑક્ટો; નવેમ્બર, નવે; ડિસેમ્બર, ડિસે",
    ),
    Words(
        "kn",
        months="ಜನವರಿ, ಜನ; ಫೆಬ್ರವರಿ, ಫೆಬ್ರ; ಮಾರ್ಚ್; ಏಪ್ರಿಲ್; ಮೇ; ಜೂನ್; ಜುಲೈ; ಆಗಸ್ಟ್; ಸೆಪ್ಟೆಂಬರ್, ಸೆಪ್ಟೆಂ; ಅಕ್ಟೋಬರ್,"
        " ಅಕ್ಟೋ; ನವೆಂಬರ್, ನವೆಂ; ಡಿಸೆಂಬರ್, ಡಿಸೆಂ",
    ),
    Words(
        "ml",
        months="ജനുവരി, ജനു; ഫെബ്രുവരി, ഫെബ്രു; മാർച്ച്, മാർ; ഏപ്രിൽ, ഏപ്രി; മേയ്, മെയ്; ജൂൺ; ജൂലൈ; ഓഗസ്റ്റ്, ആഗസ്റ്റ്, ഓഗ;"
        " സെപ്റ്റംബർ, സെപ്റ്റം; ഒക്ടോബർ, ഒക്ടോ; നവംബർ, നവം; ഡിസംബർ, ഡിസം",
    ),
    Words(
        "pa",
        months="ਜਨਵਰੀ, ਜਨ; ਫ਼ਰਵਰੀ, ਫਰਵਰੀ, ਫ਼ਰ; ਮਾਰਚ; ਅਪ੍ਰੈਲ; ਮਈ; ਜੂਨ; ਜੁਲਾਈ; ਅਗਸਤ; ਸਤੰਬਰ, ਸਤੰ; ਅਕਤੂਬਰ, ਅਕਤੂ; ਨਵੰਬਰ,"
        " ਨਵੰ; ਦਸੰਬਰ, ਦਸੰ",
    ),
    Words(
        "my",
        months="ဇန်နဝါရီ, ဇန်; ဖေဖော်ဝါရီ, ဖေ; မတ်; ဧပြီ; မေ; ဇွန်; ဇူလိုင်, ဇူ; ဩဂုတ်, သြဂုတ်; စက်တင်ဘာ, စက်;"
        " အောက်တိုဘာ, အောက်; နိုဝင်ဘာ, နို; ဒီဇင်ဘာ, ဒီ",
    ),
    Words(
        "si",
        months="ජනවාරි, ජන; පෙබරවාරි, පෙබ; මාර්තු; අප්‍රේල්, අප්රේල්; මැයි; ජූනි; ජූලි; අගෝස්තු, අගෝ; සැප්තැම්බර්, සැප්;"
        " ඔක්තෝබර්, ඔක්; නොවැම්බර්, නොවැ; දෙසැම්බර්, දෙසැ",
    ),
    Words(
        "am",
        months="ጃንዋሪ, ጃንዩወሪ; ፌብሩዋሪ, ፌብሩወሪ; ማርች; ኤፕሪል; ሜይ; ጁን; ጁላይ; ኦገስት; ሴፕቴምበር; ኦክቶበር; ኖቬምበር; ዲሴምበር",
    ),
    Words(
        "ga",
        months="Eanáir; Feabhra; Márta; Aibreán; Bealtaine; Meitheamh; Iúil; Lúnasa; Meán Fómhair, MFómh;"
        " Deireadh Fómhair, DFómh; Samhain; Nollaig",
    ),
    Words(
        "cy",
        months="Ionawr; Chwefror; Mawrth; Ebrill; Mai; Mehefin; Gorffennaf; Awst; Medi; Hydref; Tachwedd; Rhagfyr",
    ),
    Words(
        "eu",
        months="urtarrila, urtarrilak; otsaila, otsailak; martxoa, martxoak; apirila, apirilak; maiatza, maiatzak;"
        " ekaina, ekainak; uztaila, uztailak; abuztua, abuztuak; iraila, irailak; urria, urriak; azaroa, azaroak;"
        " abendua, abenduak",
    ),
    Words(
        "gl",
        months="xaneiro; febreiro; marzo; abril; maio; xuño; xullo; agosto; setembro; outubro; novembro; decembro",
    ),
    Words(
        "sw",
        months="Januari; Februari; Machi; Aprili; Mei; Juni; Julai; Agosti; Septemba; Oktoba; Novemba; Desemba",
    ),
)
