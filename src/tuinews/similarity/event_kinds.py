"""What kind of thing happened, whichever word says it: two desks choose other words for one fire.

A table as a thesaurus has it, of what news are about, in English and Vietnamese; a language that is not in it has
no happenings, and its reports must have more names and numbers in common. Vietnamese keeps its marks here, since
cháy (to burn) and chạy (to run) are one word without them; a word of two syllables is written with a low line.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from tuinews.folding import move_tones_late

_TABLE = """
die dies died dead death deaths dying killed kill kills killing fatal fatally deadly perish perished mourn mourns
    bodies toll passed_away passes_away chết tử_vong thiệt_mạng tử_nạn qua_đời từ_trần qua_khỏi thi_thể mất_mạng
    trút_hơi hơi_thở
injured injures injury injuries wounded wounds hurt hospital hospitalised bị_thương trọng_thương cấp_cứu nhập_viện
fire fires blaze blazes burn burns burned burnt burning flames ablaze wildfire inferno firefighters arson
    cháy hoả_hoạn thiêu_rụi ngọn_lửa đám_cháy biển_lửa chữa_cháy lửa
flood floods flooded flooding floodwater inundated submerged underwater deluge lũ lụt ngập lũ_quét ngập_lụt
earthquake quake quakes tremor tremors aftershock aftershocks magnitude seismologists seismic động_đất rung_lắc
    chấn_động dư_chấn rung_chuyển
storm storms cyclone hurricane typhoon tornado gale gales landfall bão áp_thấp lốc_xoáy giông_lốc đổ_bộ
rain rains rainfall downpour downpours snow snowfall mưa mưa_lớn mưa_đá tuyết
heat heatwave hottest hot degrees thermometers scorching nắng_nóng nóng nhiệt_độ nền_nhiệt
landslide landslides mudslide avalanche sạt_lở lở_đất
drought dry hạn_hán hạn_mặn xâm_nhập_mặn
crash crashes crashed collide collides collided collision plunge plunges plunged derail derailed derails overturned
    jumps_tracks jumped_tracks pile-up tai_nạn va_chạm tông lao_xuống rơi_xuống lật đâm_vào lao_vực tông_vào
sink sinks sank sunk capsize capsized capsizes shipwreck chìm lật_thuyền đắm
collapse collapsed collapses gives_way gave_way give_way crumbled crumbles caved sập đổ_sập đổ_sụp sập_đổ
explosion explosions explode explodes exploded blast blasts bomb bombs bombing nổ phát_nổ vụ_nổ bom
shooting shot gunman gunmen gunfire shoots shootout nổ_súng bắn xả_súng
attack attacks attacked mauls mauled bitten stabbed stabbing assault assaulted tấn_công hành_hung chém
arrest arrests arrested detain detains detained custody suspect suspects handcuffed bắt bắt_giữ tạm_giam khởi_tố
    bị_bắt nghi_phạm tạm_giữ
sentenced sentence sentences jailed jail jails convicted convicts guilty verdict prison imprisoned lĩnh_án năm_tù
    tuyên_phạt tuyên_án lĩnh phạt_tù án_tù tử_hình
trial court tribunal judge judges lawsuit sue sues sued hearing toà hầu_toà ra_toà xét_xử toà_án tand kiện
appeal appeals appealed kháng_cáo phúc_thẩm
fraud scam embezzled embezzlement swindle swindled bribe bribes bribery corruption lừa_đảo chiếm_đoạt hối_lộ
    tham_nhũng tham_ô lừa
steal steals stole stolen theft thief thieves burglar burglars burglary robbery robbers rob robbed heist looted
    trộm cướp đánh_cắp trộm_cắp
smuggle smuggled smuggling seized trafficking drugs buôn_lậu ma_tuý vận_chuyển tịch_thu
hack hacked hackers hack ransomware malware leak leaked leaks breach breached cyberattack stolen_data
    rò_rỉ tin_tặc lộ_thông hacker
missing vanished disappeared disappearance search searching searches mất_tích tìm_kiếm
rescue rescues rescued rescuers save saves saved survivors survive survived freed lifeboats cứu giải_cứu cứu_sống
    thoát_chết cứu_hộ cứu_nạn sống_sót
evacuate evacuated evacuates evacuation emptied fled flee homeless sơ_tán di_dời
resign resigns resigned resignation quit quits step_down steps_down stepped_down stepping_down departure
    từ_chức thôi_chức từ_nhiệm miễn_nhiệm thôi_việc
sacked fired dismiss dismissed dismisses ousted ousts cách_chức kỷ_luật sa_thải
appoint appoints appointed nominates nominated sworn inaugurated succeeds bổ_nhiệm nhậm_chức tuyên_thệ giữ_chức
    được_bầu
election elections vote votes voters polls ballot exit_polls elected bầu_cử bỏ_phiếu cử_tri đắc_cử
win wins won beat beats beaten victory victorious triumph triumphs defeat defeats defeated lose loses lost champion
    champions thắng chiến_thắng vô_địch đăng_quang thua đánh_bại vương_miện ngôi_cao nhất_chung hạ_gục
draw draws drew goalless tie tied held hoà chia_điểm
score scores scored goal goals brace hat-trick double ghi_bàn bàn_thắng cú_đúp lập_công
prize prizes award awards awarded honour honours honoured medal medals giải trao_giải đoạt_giải giải_thưởng
    huy_chương huân_chương
sign signs signed signing transfer transfers fee loan chuyển_nhượng chiêu_mộ hợp_đồng gia_nhập khoác_áo cập_bến
strike strikes walkout walkouts walk_out walks_out down_tools stoppage đình_công ngừng_việc bãi_công
protest protests protested march marched marches rally rallies demonstrators demonstration biểu_tình tuần_hành
    phản_đối
close closes closed closing closure shut shuts shutdown đóng_cửa ngừng_hoạt tạm_đóng
open opens opened opening reopen reopens reopened inaugurates mở_cửa khánh_thành khai_trương thông_xe khai_mạc
cancel cancels cancelled cancelling postponed postpones delayed delays huỷ hoãn huỷ_bỏ
buy buys bought acquire acquires acquired acquisition takeover take_over merger merge merges merging purchase
    mua_lại thâu_tóm sáp_nhập thôn_tính mua
sell sells sold sale sales bán bán_ra rao_bán
layoffs layoff redundancies redundant jobs_cut job_cuts cut_jobs jobs_to mất_việc cắt_giảm thất_nghiệp
insolvency insolvent bankruptcy bankrupt creditors phá_sản vỡ_nợ
rise rises rose rising risen climb climbs climbed jump jumps jumped gain gains gained surge surges surged soar
    soars soared higher lift lifts up increase increases increased tăng đi_lên nhích tăng_giá vọt nâng
fall falls fell fallen drop drops dropped slip slips slipped slump slumps slumped slide slides slid
    lower lowers lowered tumble tumbles tumbled plummets plummeted decline
    declines declined down giảm đi_xuống lao_dốc hạ sụt giảm_giá
rate rates interest benchmark mortgage borrowing lãi_suất
profit profits earnings revenue revenues turnover quarterly lợi_nhuận doanh_thu lãi_ròng lãi_sau
shares share stocks stock index investors chứng_khoán cổ_phiếu vn-index
gold bullion silver vàng bạc vàng_miếng vàng_nhẫn
dollar dollars currency exchange euro usd đôla ngoại_tệ tỷ_giá đô_la
oil petrol fuel diesel crude xăng dầu nhiên_liệu
unveil unveils unveiled launch launches launched presents presented introduces introduced debuts debut ra_mắt
    trình_làng giới_thiệu
approve approves approved approval cleared authorised green_light passes passed adopts adopted thông_qua phê_duyệt
    chấp_thuận cấp_phép tán_thành
ban bans banned banning prohibit prohibits prohibited outlaw outlaws outlawed cấm lệnh_cấm
build builds construction groundbreaking break_ground xây xây_dựng khởi_công động_thổ
discover discovers discovered discovery unearth unearthed unearths excavation archaeologists phát_hiện tìm_thấy
    khảo_cổ khai_quật
visit visits visited visiting trip delegation thăm chuyến_thăm công_du
talks summit negotiations negotiate negotiators meeting hội_đàm đàm_phán hội_nghị thượng_đỉnh
agree agrees agreed agreement deal treaty pact accord ký_kết hiệp_định thoả_thuận
ceasefire truce ngừng_bắn đình_chiến
war troops soldiers offensive airstrike airstrikes missile missiles drone drones xung_đột không_kích
    tên_lửa quân_đội
vaccine vaccines vaccination jab jabs inoculation vắc_xin vaccine tiêm_chủng
outbreak infections infected cases epidemic virus dịch ca_mắc dịch_bệnh ổ_dịch nhiễm sốt
surgery transplant transplanted surgeons operation phẫu_thuật ghép ca_mổ hiến_tạng
rocket spacecraft satellite orbit lift-off astronauts tên_lửa_đẩy vệ_tinh quỹ_đạo phi_hành
train trains railway rail metro tram trams tàu_hoả đường_sắt metro xe_lửa
bus buses coach coaches xe_khách xe_buýt buýt
plane planes flight flights airline airport máy_bay chuyến_bay hàng_không sân_bay
ship ships boat boats vessel vessels ferry trawler trawlers tàu_thuyền tàu_cá ngư_dân thuyền_viên ghe thuyền
exam exams exam_results grades điểm_thi thí_sinh tuyển_sinh điểm_chuẩn thủ_khoa
lottery lotto jackpot draw_numbers xổ_số jackpot vietlott trúng_số độc_đắc vé_số
vigil vigils funeral funerals buried burial memorial commemorate commemorates candles tribute tributes
    lễ_tang tang_lễ đưa_tang viếng tưởng_niệm thắp_nến lễ_viếng
outage outages blackout blackouts powerless without_power power_cut power_cuts electricity
    mất_điện cúp_điện cắt_điện điện_lực
recall recalls recalled recalling call_back calls_back called_back thu_hồi triệu_hồi
gridlock tailback tailbacks traffic_jam buckle buckled ùn_tắc kẹt_xe tắc_đường ách_tắc
truck trucks lorry lorries container trailer xe_tải xe_container xe_đầu xe_ben
motorbike motorbikes motorcycle motorcycles cyclist cyclists bicycle xe_máy xe_đạp
wedding marries married engaged engagement divorce divorces kết_hôn đám_cưới cưới ly_hôn
baby birth born gives_birth sinh_con chào_đời sinh_đôi
schools_closed schools_close schools_shut schools_stay close_schools nghỉ_học
"""


def _read(table: str) -> dict[str, int]:
    """Which happening a word is: the number of its line. What stands on two lines is the first."""
    found: dict[str, int] = {}
    for number, line in enumerate(table.replace("\n    ", " ").strip().splitlines()):
        for word in line.split():
            found.setdefault(move_tones_late(word.replace("_", " ")), number)
    return found


_HAPPENINGS = _read(_TABLE)


def happenings(sentence: Sequence[str]) -> Iterator[int]:
    """The happenings that the words of a sentence, as they are written, tell of."""
    words = [move_tones_late(word.lower()) for word in sentence]
    for word in words:
        if word in _HAPPENINGS:
            yield _HAPPENINGS[word]
    for pair in pairwise(words):
        if (joined := " ".join(pair)) in _HAPPENINGS:
            yield _HAPPENINGS[joined]
