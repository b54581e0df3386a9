"""Names of emoji between colons, as GitHub writes them, and many systems after it: ``:tada:``.

The names are GitHub's own (https://github.com/github/gemoji), the common ones of them; others stay as written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it.token import Token

# Several may stand together. In ``12:100:30``, ``std::cd::x`` and ``/a:on:b`` are none.
NAMED = re.compile(r":([a-z0-9_+-]{1,30}):")
TOGETHER = re.compile(rf"(?<![A-Za-z0-9_:/\\])(?:{NAMED.pattern})+(?![A-Za-z0-9_:/])")
TAG = re.compile(r"(<(/?)([a-z][a-z0-9]*)\b[^<>]*>)", re.IGNORECASE)
CODE = {"code", "kbd", "pre", "samp", "script", "style", "textarea", "tt"}

NAMES = """
smile 😄  smiley 😃  grinning 😀  grin 😁  laughing 😆  satisfied 😆  sweat_smile 😅  joy 😂  rofl 🤣  relaxed ☺️
blush 😊  innocent 😇  slightly_smiling_face 🙂  upside_down_face 🙃  wink 😉  relieved 😌  heart_eyes 😍
kissing_heart 😘  kissing 😗  kissing_smiling_eyes 😙  kissing_closed_eyes 😚  yum 😋  stuck_out_tongue 😛
stuck_out_tongue_winking_eye 😜  stuck_out_tongue_closed_eyes 😝  money_mouth_face 🤑  hugs 🤗  nerd_face 🤓
sunglasses 😎  clown_face 🤡  cowboy_hat_face 🤠  smirk 😏  unamused 😒  disappointed 😞  pensive 😔  worried 😟
confused 😕  slightly_frowning_face 🙁  frowning_face ☹️  persevere 😣  confounded 😖  tired_face 😫  weary 😩
triumph 😤  angry 😠  rage 😡  no_mouth 😶  neutral_face 😐  expressionless 😑  hushed 😯  frowning 😦
anguished 😧  open_mouth 😮  astonished 😲  dizzy_face 😵  flushed 😳  scream 😱  fearful 😨  cold_sweat 😰
cry 😢  disappointed_relieved 😥  drooling_face 🤤  sob 😭  sweat 😓  sleepy 😪  sleeping 😴  roll_eyes 🙄
thinking 🤔  lying_face 🤥  grimacing 😬  zipper_mouth_face 🤐  nauseated_face 🤢  sneezing_face 🤧  mask 😷
face_with_thermometer 🤒  face_with_head_bandage 🤕  star_struck 🤩  partying_face 🥳  exploding_head 🤯
pleading_face 🥺  shushing_face 🤫  monocle_face 🧐  vomiting_face 🤮  smiling_imp 😈  imp 👿  japanese_ogre 👹
japanese_goblin 👺  hankey 💩  poop 💩  shit 💩  ghost 👻  skull 💀  skull_and_crossbones ☠️  alien 👽
space_invader 👾  robot 🤖  jack_o_lantern 🎃  smiley_cat 😺  smile_cat 😸  joy_cat 😹  heart_eyes_cat 😻
smirk_cat 😼  kissing_cat 😽  scream_cat 🙀  crying_cat_face 😿  pouting_cat 😾  open_hands 👐  raised_hands 🙌
clap 👏  pray 🙏  handshake 🤝  +1 👍  thumbsup 👍  -1 👎  thumbsdown 👎  fist_oncoming 👊  facepunch 👊  punch 👊
fist_raised ✊  fist ✊  crossed_fingers 🤞  v ✌️  metal 🤘  ok_hand 👌  point_left 👈  point_right 👉
point_up_2 👆  point_up ☝️  point_down 👇  raised_hand ✋  hand ✋  raised_back_of_hand 🤚  vulcan_salute 🖖
wave 👋  call_me_hand 🤙  muscle 💪  middle_finger 🖕  fu 🖕  writing_hand ✍️  selfie 🤳  nail_care 💅  ring 💍
lipstick 💄  kiss 💋  lips 👄  tongue 👅  ear 👂  nose 👃  footprints 👣  eye 👁️  eyes 👀  speaking_head 🗣️
bust_in_silhouette 👤  busts_in_silhouette 👥  baby 👶  boy 👦  girl 👧  man 👨  woman 👩  older_man 👴
older_woman 👵  bow 🙇  shrug 🤷  facepalm 🤦  raising_hand 🙋  dancer 💃  runner 🏃  running 🏃  walking 🚶
couple 👫  family 👪  zzz 💤  dash 💨  sweat_drops 💦  boom 💥  collision 💥  anger 💢  speech_balloon 💬
left_speech_bubble 🗨️  thought_balloon 💭  hole 🕳️  bomb 💣  womans_clothes 👚  shirt 👕  tshirt 👕  jeans 👖
necktie 👔  dress 👗  shoe 👞  athletic_shoe 👟  tophat 🎩  crown 👑  mortar_board 🎓  school_satchel 🎒
briefcase 💼  handbag 👜  eyeglasses 👓  dark_sunglasses 🕶️  closed_umbrella 🌂  open_umbrella ☂️
umbrella ☔  dog 🐶  cat 🐱  mouse 🐭  hamster 🐹  rabbit 🐰  fox_face 🦊  bear 🐻  panda_face 🐼  koala 🐨
tiger 🐯  lion 🦁  cow 🐮  pig 🐷  frog 🐸  monkey_face 🐵  see_no_evil 🙈  hear_no_evil 🙉  speak_no_evil 🙊
monkey 🐒  chicken 🐔  penguin 🐧  bird 🐦  baby_chick 🐤  duck 🦆  eagle 🦅  owl 🦉  bat 🦇  wolf 🐺  horse 🐴
unicorn 🦄  bee 🐝  honeybee 🐝  bug 🐛  butterfly 🦋  snail 🐌  beetle 🐞  ant 🐜  spider 🕷️  turtle 🐢  snake 🐍
octopus 🐙  squid 🦑  shrimp 🦐  crab 🦀  tropical_fish 🐠  fish 🐟  dolphin 🐬  whale 🐳  shark 🦈  crocodile 🐊
elephant 🐘  gorilla 🦍  camel 🐫  dromedary_camel 🐪  sheep 🐑  goat 🐐  dragon 🐉  dragon_face 🐲  cactus 🌵
christmas_tree 🎄  evergreen_tree 🌲  deciduous_tree 🌳  palm_tree 🌴  seedling 🌱  herb 🌿  shamrock ☘️
four_leaf_clover 🍀  bamboo 🎍  leaves 🍃  fallen_leaf 🍂  maple_leaf 🍁  mushroom 🍄  ear_of_rice 🌾
bouquet 💐  tulip 🌷  rose 🌹  wilted_flower 🥀  sunflower 🌻  blossom 🌼  cherry_blossom 🌸  hibiscus 🌺
earth_americas 🌎  earth_africa 🌍  earth_asia 🌏  globe_with_meridians 🌐  full_moon 🌕  new_moon 🌑
crescent_moon 🌙  moon 🌔  sun_with_face 🌞  sunny ☀️  partly_sunny ⛅  cloud ☁️  rainbow 🌈  zap ⚡
snowflake ❄️  snowman ⛄  fire 🔥  droplet 💧  ocean 🌊  star ⭐  star2 🌟  dizzy 💫  sparkles ✨  comet ☄️
green_apple 🍏  apple 🍎  pear 🍐  tangerine 🍊  orange 🍊  lemon 🍋  banana 🍌  watermelon 🍉  grapes 🍇
strawberry 🍓  melon 🍈  cherries 🍒  peach 🍑  pineapple 🍍  kiwi_fruit 🥝  avocado 🥑  tomato 🍅  eggplant 🍆
carrot 🥕  corn 🌽  hot_pepper 🌶️  potato 🥔  peanuts 🥜  honey_pot 🍯  bread 🍞  cheese 🧀  egg 🥚  bacon 🥓
pancakes 🥞  meat_on_bone 🍖  hotdog 🌭  hamburger 🍔  fries 🍟  pizza 🍕  taco 🌮  burrito 🌯  spaghetti 🍝
ramen 🍜  stew 🍲  sushi 🍣  bento 🍱  curry 🍛  rice 🍚  icecream 🍦  ice_cream 🍨  cake 🍰  birthday 🎂
custard 🍮  candy 🍬  lollipop 🍭  chocolate_bar 🍫  popcorn 🍿  doughnut 🍩  cookie 🍪  milk_glass 🥛  coffee ☕
tea 🍵  sake 🍶  beer 🍺  beers 🍻  clinking_glasses 🥂  wine_glass 🍷  cocktail 🍸  tropical_drink 🍹
champagne 🍾  soccer ⚽  basketball 🏀  football 🏈  baseball ⚾  tennis 🎾  volleyball 🏐  rugby_football 🏉
8ball 🎱  ping_pong 🏓  badminton 🏸  dart 🎯  golf ⛳  ice_skate ⛸️  ski 🎿  bicyclist 🚴
mountain_bicyclist 🚵  swimmer 🏊  surfer 🏄  trophy 🏆  medal_sports 🏅  1st_place_medal 🥇
2nd_place_medal 🥈  3rd_place_medal 🥉  ticket 🎫  art 🎨  clapper 🎬  microphone 🎤  headphones 🎧
musical_score 🎼  musical_note 🎵  notes 🎶  musical_keyboard 🎹  drum 🥁  saxophone 🎷  trumpet 🎺  guitar 🎸
violin 🎻  game_die 🎲  bowling 🎳  video_game 🎮  slot_machine 🎰  jigsaw 🧩  car 🚗  taxi 🚕  bus 🚌
ambulance 🚑  fire_engine 🚒  police_car 🚓  truck 🚚  tractor 🚜  motorcycle 🏍️  bike 🚲  rotating_light 🚨
train 🚋  train2 🚆  bullettrain_side 🚄  steam_locomotive 🚂  metro 🚇  airplane ✈️  small_airplane 🛩️
flight_departure 🛫  flight_arrival 🛬  rocket 🚀  artificial_satellite 🛰️  helicopter 🚁  boat ⛵
sailboat ⛵  speedboat 🚤  ship 🚢  anchor ⚓  construction 🚧  fuelpump ⛽  busstop 🚏
vertical_traffic_light 🚦  traffic_light 🚥  world_map 🗺️  moyai 🗿  statue_of_liberty 🗽  tokyo_tower 🗼
mountain ⛰️  mount_fuji 🗻  volcano 🌋  camping 🏕️  tent ⛺  desert_island 🏝️  beach_umbrella 🏖️  house 🏠
house_with_garden 🏡  office 🏢  hospital 🏥  bank 🏦  hotel 🏨  school 🏫  church ⛪  factory 🏭  japan 🗾
city_sunset 🌆  night_with_stars 🌃  milky_way 🌌  fireworks 🎆  sparkler 🎇  watch ⌚  iphone 📱  computer 💻
keyboard ⌨️  desktop_computer 🖥️  printer 🖨️  computer_mouse 🖱️  joystick 🕹️  minidisc 💽  floppy_disk 💾
cd 💿  dvd 📀  vhs 📼  camera 📷  camera_flash 📸  video_camera 📹  movie_camera 🎥  telephone ☎️  phone ☎️
telephone_receiver 📞  pager 📟  fax 📠  tv 📺  radio 📻  stopwatch ⏱️  timer_clock ⏲️  alarm_clock ⏰
hourglass ⌛  hourglass_flowing_sand ⏳  satellite 📡  battery 🔋  electric_plug 🔌  bulb 💡  flashlight 🔦
candle 🕯️  wastebasket 🗑️  moneybag 💰  dollar 💵  euro 💶  pound 💷  yen 💴  credit_card 💳  gem 💎
balance_scale ⚖️  wrench 🔧  hammer 🔨  hammer_and_pick ⚒️  hammer_and_wrench 🛠️  pick ⛏️  nut_and_bolt 🔩
gear ⚙️  chains ⛓️  gun 🔫  hocho 🔪  dagger 🗡️  crossed_swords ⚔️  shield 🛡️  smoking 🚬  coffin ⚰️
crystal_ball 🔮  telescope 🔭  microscope 🔬  pill 💊  syringe 💉  dna 🧬  thermometer 🌡️  toilet 🚽  shower 🚿
bathtub 🛁  key 🔑  old_key 🗝️  door 🚪  bed 🛏️  couch_and_lamp 🛋️  gift 🎁  balloon 🎈  tada 🎉
confetti_ball 🎊  ribbon 🎀  email 📧  envelope ✉️  incoming_envelope 📨  e-mail 📧  love_letter 💌
inbox_tray 📥  outbox_tray 📤  package 📦  label 🏷️  mailbox 📫  postbox 📮  scroll 📜  page_with_curl 📃
page_facing_up 📄  bookmark_tabs 📑  bar_chart 📊  chart_with_upwards_trend 📈  chart_with_downwards_trend 📉
spiral_notepad 🗒️  calendar 📆  date 📅  card_index 📇  file_cabinet 🗄️  clipboard 📋  file_folder 📁
open_file_folder 📂  card_index_dividers 🗂️  newspaper 📰  notebook 📓  ledger 📒  closed_book 📕
green_book 📗  blue_book 📘  orange_book 📙  books 📚  book 📖  open_book 📖  bookmark 🔖  link 🔗  paperclip 📎
paperclips 🖇️  triangular_ruler 📐  straight_ruler 📏  pushpin 📌  round_pushpin 📍  scissors ✂️  pen 🖊️
black_nib ✒️  paintbrush 🖌️  crayon 🖍️  pencil 📝  memo 📝  pencil2 ✏️  mag 🔍  mag_right 🔎  lock 🔒
unlock 🔓  closed_lock_with_key 🔐  lock_with_ink_pen 🔏  heart ❤️  orange_heart 🧡  yellow_heart 💛
green_heart 💚  blue_heart 💙  purple_heart 💜  black_heart 🖤  broken_heart 💔  two_hearts 💕
revolving_hearts 💞  heartbeat 💓  heartpulse 💗  sparkling_heart 💖  cupid 💘  gift_heart 💝  peace_symbol ☮️
atom_symbol ⚛️  radioactive ☢️  biohazard ☣️  vs 🆚  o ⭕  x ❌  no_entry ⛔  no_entry_sign 🚫  stop_sign 🛑
100 💯  exclamation ❗  heavy_exclamation_mark ❗  question ❓  grey_exclamation ❕  grey_question ❔
bangbang ‼️  interrobang ⁉️  warning ⚠️  children_crossing 🚸  trident 🔱  beginner 🔰  recycle ♻️
white_check_mark ✅  heavy_check_mark ✔️  ballot_box_with_check ☑️  heavy_multiplication_x ✖️
negative_squared_cross_mark ❎  heavy_plus_sign ➕  heavy_minus_sign ➖  heavy_division_sign ➗
information_source ℹ️  abc 🔤  ng 🆖  ok 🆗  up 🆙  cool 🆒  new 🆕  free 🆓  zero 0️⃣  one 1️⃣  two 2️⃣
three 3️⃣  four 4️⃣  five 5️⃣  six 6️⃣  seven 7️⃣  eight 8️⃣  nine 9️⃣  keycap_ten 🔟  hash #️⃣
asterisk *️⃣  arrow_forward ▶️  arrow_backward ◀️  arrow_up ⬆️  arrow_down ⬇️  arrow_left ⬅️
arrow_right ➡️  arrow_upper_right ↗️  arrow_lower_right ↘️  arrow_lower_left ↙️  arrow_upper_left ↖️
arrow_right_hook ↪️  leftwards_arrow_with_hook ↩️  arrows_counterclockwise 🔄  arrows_clockwise 🔃
repeat 🔁  tm ™️  copyright ©️  registered ®️  end 🔚  back 🔙  on 🔛  top 🔝  soon 🔜  heavy_dollar_sign 💲
wavy_dash 〰️  curly_loop ➰  radio_button 🔘  white_circle ⚪  black_circle ⚫  red_circle 🔴
large_blue_circle 🔵  green_circle 🟢  yellow_circle 🟡  small_red_triangle 🔺  small_orange_diamond 🔸
small_blue_diamond 🔹  large_orange_diamond 🔶  large_blue_diamond 🔷  black_small_square ▪️
white_small_square ▫️  black_large_square ⬛  white_large_square ⬜  speaker 🔈  sound 🔉  loud_sound 🔊
mute 🔇  mega 📣  loudspeaker 📢  bell 🔔  no_bell 🔕  clock1 🕐  clock12 🕛  checkered_flag 🏁
triangular_flag_on_post 🚩  crossed_flags 🎌  white_flag 🏳️  black_flag 🏴  rainbow_flag 🏳️‍🌈
pirate_flag 🏴‍☠️  cn 🇨🇳  de 🇩🇪  es 🇪🇸  fr 🇫🇷  gb 🇬🇧  uk 🇬🇧  it 🇮🇹  jp 🇯🇵  kr 🇰🇷  ru 🇷🇺  us 🇺🇸
"""  # noqa: RUF001 - the signs look like others, that is what they are

SIGNS = dict(re.findall(r"(\S+) (\S+)", NAMES))


def with_signs(text: str) -> str:
    """Prose with the sign in place of every name that is known."""
    return TOGETHER.sub(lambda found: NAMED.sub(_sign, found.group(0)), text) if ":" in text else text


def _sign(found: re.Match[str]) -> str:
    return SIGNS.get(found.group(1), found.group(0))


def give_emoji(tokens: Sequence[Token]) -> None:
    """The same for all words of a text that was read as Markdown."""
    for token in tokens:
        if token.type == "text":
            token.content = with_signs(token.content)
        elif token.type == "inline":
            give_emoji(token.children or ())


def signs_in(text: str) -> str:
    """The same for a text with HTML in it: not in its tags, and not in what they show as code."""
    if not any(found.group(1) in SIGNS for found in NAMED.finditer(text)):
        return text
    lower = text.lower()
    ends = {name: lower.rfind(f"</{name}") for name in CODE}  # code that never ends is none
    pieces, at, code = [], 0, ""
    for found in TAG.finditer(text):
        between = text[at : found.start()]
        pieces += [between if code else with_signs(between), found.group(0)]
        at, name = found.end(), found.group(3).lower()
        if name in CODE and not code and not found.group(2) and at <= ends[name]:
            code = name
        elif name == code and found.group(2):
            code = ""
    return "".join(pieces) + (text[at:] if code else with_signs(text[at:]))
