"""Words that only bind others: pronouns, prepositions, auxiliaries, questions, in the languages of most sources.

They are the closed classes of each language, as its grammars list them. A word that means something in another of
the languages is left out (German `war`, Spanish `sin`, Dutch `van`): a title does not say what it is written in.
Words of fewer than four letters are offered in no language but Vietnamese, and only English ones stand here.
"""

_ENGLISH = """
a an and are as at but by can do for had has he her his how i if in is it its may my no nor not of off on or
our out she so the to too up was we who why yes yet you about above across after again against ahead almost
along already also although always amid among another anyone anything aren around because become becomes been
before behind being below beneath between beyond both cannot could couldn didn does doesn doing done don't
down during each either else enough even ever every everyone everything from hadn hasn have haven having he'd
here here's hers herself himself how's however inside into isn it'll it's itself just let's might more most
much must neither never none nothing once only onto other others ought ours outside over perhaps quite rather
really same several shall she's should shouldn since some someone something still such than that that's their
theirs them themselves then there there's these they they're they've this those though through thus under
unless until upon very wasn were weren what what's whatever when when's where where's whether which while
who's whom whose will with within without won't would wouldn you'll you're you've your yours yourself
"""
"""The short ones stand at the ends of names."""

_FRENCH = """
afin ainsi alors après assez aucun aucune aussi autre autres avant avec avoir beaucoup celle celles celui
cependant certains cette ceux chaque chez comme contre dans depuis derrière deux devant doit doivent donc dont
elle elles encore entre être fait faut furent jamais jusqu leur leurs mais malgré même mêmes moins nous parce
parmi pendant peut peuvent plus plusieurs pour pourquoi quand quel quelle quelles quels quoi sans selon sera
seront serait sont sous toujours tous tout toute toutes très trop vers voici vont vous
"""

_GERMAN = """
aber alle allen aller alles auch beim bevor beide bereits bisher dabei dadurch dafür damit danach dann darf
darum dass dazu dein deine dem denen denn deren dessen dich diese diesem diesen dieser dieses doch dort durch
eine einem einen einer eines etwa euch euer gegen geht gibt haben hatte hatten hier hinter ihnen ihre ihrem
ihren ihrer immer jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen keiner können könnte mehr
mein meine mich mir muss müssen nach nachdem neben nicht nichts noch nur oder ohne schon sehr sein seine
seinem seinen seiner seit sich sind sogar soll sollen sollte sondern sowie trotz über unser unsere unter viele
vielen vom während warum weil welche welcher wenn werden wieder wird wollen wurde wurden zwischen
"""

_IBERIAN = """
ainda algo algum alguma algunos algunas antes após apenas aquela aquele aquel aquella así até aunque cada como
contra cual cuál cuando cuándo cuanto dentro desde después donde dónde durante ella ellas ellos entonces essa
esse esta está estaba están estão estar estas este estes esto estos foram fueron hace hacia hasta isso isto
jamás mas mediante meio menos mesmo mientras mismo mucho muchos muito nada não nem nunca onde otra otras otro
otros outra outras outro outros para pela pelas pelo pelos pero poco pode podem porque puede pueden quando
qual quem quien quién quienes seja sem sempre ser será serão seria seus sido siempre sobre solo sólo somos
suas también também tanto tem temos tiene tienen toda todas todo todos tras você
"""

_ITALIAN = """
agli alla allo anche ancora avere aveva cioè coloro come cosa così dagli dalla dalle dallo degli della delle
dello dopo dove ecco fino hanno infatti loro meglio mentre molti molto negli nella nelle nello ogni oltre però
perché poiché prima proprio quale quali quella quelli quello questa queste questi questo saranno sarà secondo
senza siamo sono sotto stata state stato sugli sulla sulle sullo tutta tutte tutti tutto verso
"""

_NORTHERN = """
alleen andere bent daar deze door echter eerste enkele gaan gaat geen geweest haar hebben heeft hoe hoewel hun
kunnen maar meer meest moet moeten naar niet nieuwe nog omdat onder onze sinds tegen toch tussen tijdens veel
voor vooral waar waarom wanneer want weer welke werd wordt worden zal zich zijn zonder zou allt bara blev blir
deras detta denna dessa efter eller från hade hans hennes inte kommer mellan mycket måste någon något några
också sedan sina skulle till utan vara varför ville være etter fordi hvad hvem hvor hvordan hvorfor ikke kunne
mellem mellom noen nogle også skal uden uten
"""

_MALAY = """
adalah agar akan akibat antara apakah atau bagi bahwa banyak begini belum berikut bila bisa bukan cara dalam
dapat dari dengan hingga ialah ingin jadi jangan jelang jika juga kalau karena kata kembali kepada ketika kini
lagi lain lalu lebih lewat masih mengapa menjadi menurut mereka namun oleh pada paling pasca pernah saat saja
sangat sebagai sebelum sebut secara sedang sejak sekitar selama semua seperti serta setelah setiap siapa soal
sudah supaya tanpa telah tentang terhadap tetapi tidak untuk usai yang
"""

_SLAVIC = """
более больше будет будут были было быть весь вместо возле вокруг впервые время всего всех ваши даже для до
если есть ещё еще зачем здесь или какая какие какой каких когда которая которые который которых кроме куда
лишь между менее много могут может можно надо наши него неё ней несколько нибудь ними ничего нужно однако
около очень перед под после потом потому почему почти против просто ради разве самый самых своего своей свои
свой своих сейчас снова сразу среди стал стала стали сказал сказала также такая такие такой там твой теперь
тогда того тоже только точно туда уже хотя чего через чтобы эта эти это этого этой этом этот этих якщо який
яких буде були було вони вона після проти своїх також тільки усіх щодо
"""

_EVERYDAY = """
announce announced announces best better came come comes coming find finds first found gets getting give gives
goes going gone good great half keep keeps know knows last later least less like likely look looks made make
makes making many maybe need needs next part report reported reports reveal reveals says seem seems show shows
soon take takes taking tell tells thing things think time times today together tomorrow used uses using want
wants ways well went yesterday
"""

_SYLLABLES = """
và của các những với cho là được bị đã sẽ đang khi vì thì mà tại này đó ấy như để hoặc nhưng trong một từ do
bởi nếu dù tuy nên rằng nào gì sao ai đâu mấy mỗi mọi rất cũng vẫn chưa từng hãy đừng chỉ nhau thế vậy đây kia
lúc vừa theo ở
"""

_WEAK_SYLLABLES = """
có không phải về ra vào lên xuống đến tới đi lại hơn nhất còn nhiều ít thêm mới trên dưới sau trước giữa ngoài
cùng hay bao nhiêu bằng rồi qua nữa hết cả chỉ làm thể cần muốn nói người việc sự cuộc chiếc cái con vụ loạt
hai ba bốn sáu bảy tám chín mười ngày tháng giờ phút lần nay mai cách điều gây xảy khiến tiếp tục hôm
"""

_EVERY = " ".join((_ENGLISH, _FRENCH, _GERMAN, _IBERIAN, _ITALIAN, _NORTHERN, _MALAY, _SLAVIC))

BINDING = frozenset(_EVERY.split())
"""Words that tell nothing of what an article is about, written small."""

WEAK = frozenset(_EVERYDAY.split())
"""English words that headlines of any kind are made of; they may be part of a name (New York Times)."""

SYLLABLES = frozenset(_SYLLABLES.split())
"""Vietnamese syllables that bind others and are hardly ever half of a word that tells what an article is about."""

WEAK_SYLLABLES = frozenset(_WEAK_SYLLABLES.split())
"""Vietnamese syllables that tell nothing alone, but are often half of a word that does: hàng không, ra mắt."""
