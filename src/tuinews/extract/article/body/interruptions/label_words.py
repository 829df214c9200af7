"""What papers set before other articles and before advertisements, in their languages."""

_TURKISH = str.maketrans("İı", "ii")


def label_key(text: str) -> str:
    """The form in which labels are compared: in small letters, those of Turkish without their own i."""
    return text.casefold() if text.isascii() else text.translate(_TURKISH).casefold()


def _phrases(text: str) -> frozenset[str]:
    return frozenset(label_key(phrase.strip()) for phrase in text.replace("\n", "|").split("|") if phrase.strip())


SPONSORED = _phrases(
    """
    advertisement|advertisements|advertorial|sponsored|sponsored content|sponsored post|paid content|paid post
    promoted|promoted content|partner content|article continues below advertisement
    story continues below advertisement|social sharing|advertisement - continue reading below
    advertisement continue reading below|advertisement - scroll to continue|scroll to continue
    article continues after advertisement|continue reading below|anzeige|werbung|gesponsert|gesponserter inhalt
    publicité|contenu sponsorisé|contenu partenaire|publi-rédactionnel|la suite après la publicité
    publicidad|contenido patrocinado|patrocinado|pubblicità|contenuto sponsorizzato|publicidade
    conteúdo patrocinado
    continua após a publicidade|advertentie|gesponsord|reklam|reklame|reklama|annons|annonse|annonsørinnhold
    annonce
    artikkelen fortsetter under annonsen
    saken fortsetter under annonsen|saken fortsetter etter annonsen
    artiklen fortsætter efter annoncen|artikeln fortsätter efter annonsen
    mainos
    artykuł sponsorowany|materiał partnera|inzerce|komerční sdělení|hirdetés|publicitate|διαφήμιση|реклама
    на правах рекламы|sponsorlu içerik|إعلان|محتوى مدعوم|פרסומת|תוכן שיווקי|آگهی|تبلیغات|विज्ञापन|โฆษณา
    dalsza część artykułu pod materiałem wideo|dalsza część tekstu pod wideo|dalsza część artykułu pod wideo
    dalsza część tekstu znajduje się pod wideo|ciąg dalszy artykułu pod wideo|reszta tekstu pod wideo
    together with|presented by|brought to you by|in partnership with|sponsored by|präsentiert von
    quảng cáo|iklan|scroll untuk melanjutkan membaca|広告|スポンサー|광고|广告|廣告
    """
)
"""Labels of advertisements; each stands alone in its line."""

READ_ALSO = _phrases(
    """
    also read|read also|read more|read next|read on|see also|related|related article|related articles
    related story|related stories|related news|related coverage|related reading|related content|more on this
    more on this story|more on this topic|more from us|more coverage|more stories|recommended reading
    relacionado|relacionados|contenido relacionado|conteúdo relacionado|artículo relacionado|artículos relacionados
    artigos relacionados|notícia relacionada|verwandte artikel|ähnliche artikel|mehr artikel|articles liés
    articles connexes|articles similaires|articoli correlati|correlati|gerelateerd|gerelateerde artikelen|relaterat
    relaterte saker|relateret|powiązane|podobne artykuły|похожие статьи|похожие материалы|связанные материалы|関連
    recommended for you|editor's picks|editors' picks|editor’s picks|editors’ picks|editor's choice|don't miss
    don’t miss|you may also like|you might also like|you may like|you may be interested in|watch|watch also
    watch more|up next|next up|next story|next article|next post|nächster artikel|article suivant
    siguiente artículo|próximo artigo|prossimo articolo|następny artykuł|следующая статья|bài tiếp theo
    artikel berikutnya|次の記事|下一篇|다음 기사|
    lesen sie auch|lesen sie mehr|lesen sie dazu|lesen sie hier|lesen sie mehr zum thema|lies auch|mehr zum thema
    mehr dazu|auch interessant|auch spannend|siehe auch|zum thema|passend dazu|passend zum thema
    das könnte sie auch interessieren|das könnte sie interessieren|das könnte dich auch interessieren|lesetipp
    lesetipps
    lesen sie zum thema auch|empfehlungen der redaktion|à lire|à lire aussi|à lire également|lire aussi
    lire également
    lire la suite|voir aussi|à voir aussi|sur le même sujet|sur le même thème|a lire aussi|pour aller plus loin
    lea también|lea|lea más|lee también|lee más|ver también|vea también|te puede interesar|le puede interesar
    puede interesarte|más información|noticias relacionadas|noticia relacionada|relacionadas|además
    te recomendamos|más noticias|otras noticias|notas relacionadas
    leggi anche|leggi di più|vedi anche|guarda anche|potrebbe interessarti|ti potrebbe interessare
    leia também|leia mais|veja também|saiba mais|veja mais|notícias relacionadas|leia ainda|lees ook|lees meer
    lees verder|lees hier|bekijk ook|meer over dit onderwerp|les også|les mer|les saken|læs også|læs mere|se også
    läs också|läs mer|läs även|se även|lue myös|lue lisää|katso myös|czytaj też|czytaj także|czytaj więcej
    czytaj również|czytaj dalej|przeczytaj|przeczytaj też|przeczytaj także|przeczytaj również|zobacz też
    zobacz także
    zobacz również|zobacz więcej|polecamy|čtěte také|čtěte i|čtěte dále|čtěte více|přečtěte si|přečtěte si také
    přečtěte si i|mohlo by vás zajímat|související články|čítajte aj|čítajte tiež|prečítajte si aj|olvassa el
    olvasd el|olvassa tovább|ez is érdekelheti|ez is érdekelhet|kapcsolódó|kapcsolódó cikk|kapcsolódó cikkek
    citește și
    citește|citiți și|vezi și|pe aceeași temă|διαβάστε επίσης|διαβάστε ακόμη|διαβάστε ακόμα|διαβάστε και
    δείτε επίσης
    δείτε ακόμη|читайте также|читайте ещё|читайте еще|читайте також|смотрите также|дивіться також|по теме|за темою
    материалы по теме|прочетете още|вижте още|pročitajte i|pročitajte još|pročitaj i|preberite tudi|preberite še
    lasi arī|lasiet arī|skaitykite taip pat|taip pat skaitykite|loe ka|loe veel|ayrıca okuyun|bunu da okuyun
    ilgili haber|ilgili haberler|bunlar da ilginizi çekebilir|اقرأ أيضا|اقرأ أيضًا|اقرأ ايضا|اقرأ أيضاً|إقرأ أيضا
    اقرأ المزيد|طالع أيضا|شاهد أيضا|شاهد أيضاً|مواضيع ذات صلة|أخبار ذات صلة|موضوعات متعلقة|קראו גם|קראו עוד|ראו גם
    לקריאה נוספת|כתבות נוספות|בנושא זה|بیشتر بخوانید|همچنین بخوانید|بخوانید|مطالب مرتبط|خبرهای مرتبط
    यह भी पढ़ें|ये भी पढ़ें|यह भी देखें|और पढ़ें|संबंधित खबरें|อ่านเพิ่มเติม|อ่านต่อ|อ่านข่าว|ข่าวที่เกี่ยวข้อง
    อ่านข่าวที่เกี่ยวข้อง|เรื่องที่เกี่ยวข้อง|บทความที่เกี่ยวข้อง
    baca juga|baca selengkapnya|lihat juga|simak juga|xem thêm|xem ngay|đọc thêm|đọc tiếp|tin liên quan
    bài liên quan
    tin cùng chuyên mục|có thể bạn quan tâm|関連記事|関連ニュース|あわせて読みたい
    合わせて読みたい|続きを読む
    相关阅读|相关新闻|相关文章|延伸阅读|延伸閱讀|推荐阅读|推薦閱讀|相關新聞
    관련기사|관련 기사|함께 보면 좋은 기사|더 보기
    """
)
"""Labels before the titles of other articles, without the sign after them."""

LEADS_AWAY = _phrases(
    """
    more|read|story|stories|video|videos|listen|podcast|photos|in pictures|gallery|photo gallery|opinion|analysis
    explainer|background|see|mehr|hintergrund|hören|fotos|plus|aussi|vidéo|lisez|en images|más|vídeo|fotogalería
    galería|altro|foto|mais|więcej|wideo|galeria|meer|mer|mere|også|även|ещё|еще|видео|фото|ще|відео|daha fazla
    devamı|selengkapnya|video terkait|xem|ảnh|clip|liên quan|動画|写真|相关|视频|영상|사진|فيديو|صور|شاهد|المزيد
    """
)
"""Words before a colon and the title of another article, which say the same. In small letters of the plain
alphabet they may lead on in a list of the text."""

MOST_READ = _phrases(
    """
    most read|most popular|trending|popular|latest|latest news|meistgelesen|am meisten gelesen|neueste|aktuell
    les plus lus|lo más leído|más leídas|più letti|mais lidas|meest gelezen|najczęściej czytane|популярное
    самое читаемое|الأكثر قراءة|ข่าวยอดนิยม|đọc nhiều|đọc nhiều nhất|xem nhiều|tin mới|tin mới nhất|tin nổi bật
    bình luận|ランキング|人気記事|많이 본 뉴스|热门文章|comments|kommentare|commentaires|comentarios|комментарии
    """
)
"""Labels of lists beside a text."""
