pragma Singleton
import QtQuick

// Every colour, size and length of the app, by purpose. Nothing else in qml/ names a colour.
QtObject {
    id: theme

    property bool dark: false
    // 1.0 to 2.0, the reader's own choice; every size of text follows it.
    property real textScale: 1.0
    // Motion only explains where something went; tests and people who don't like it turn it off.
    property bool still: false

    // Ground and text. Each text colour reads at 4.5:1 or better on page, card and sunken.
    readonly property color page: theme.dark ? "#1c141b" : "#f7f1ec"
    readonly property color card: theme.dark ? "#2a1f28" : "#fffdfb"
    readonly property color sunken: theme.dark ? "#352833" : "#eee4dd"
    readonly property color text: theme.dark ? "#f7edf1" : "#2d1f2b"
    readonly property color quiet: theme.dark ? "#cdb9c6" : "#665463"
    readonly property color line: theme.dark ? "#4a3a47" : "#dccfc8"
    readonly property color outline: theme.dark ? "#9c8796" : "#8d7986"
    readonly property color shade: theme.dark ? "#b0100a0f" : "#802d1f2b"

    // What one can do.
    readonly property color accent: theme.dark ? "#f0a3cb" : "#86295f"
    readonly property color accentPressed: theme.dark ? "#ffc3df" : "#6b1d4a"
    readonly property color accentInk: theme.dark ? "#3b0d29" : "#ffffff"
    readonly property color accentSoft: theme.dark ? "#57203f" : "#f6dfea"
    readonly property color accentSoftInk: theme.dark ? "#ffdcec" : "#6b1d4a"

    // The three lanes: soon, later, far.
    readonly property color shortLane: theme.dark ? "#523a10" : "#fbe3b4"
    readonly property color shortLaneInk: theme.dark ? "#ffdf9e" : "#6a4200"
    readonly property color mediumLane: theme.dark ? "#1f4430" : "#d9ecd9"
    readonly property color mediumLaneInk: theme.dark ? "#bfe8cb" : "#1f5236"
    readonly property color longLane: theme.dark ? "#2a3964" : "#dbe4f6"
    readonly property color longLaneInk: theme.dark ? "#d3defc" : "#283f7d"

    // How things stand. Late is not here: it is said in words.
    readonly property color good: theme.dark ? "#9bdcb3" : "#2a6a48"
    readonly property color goodSoft: theme.dark ? "#1f4430" : "#d9ecd9"
    readonly property color attention: theme.dark ? "#ffce7a" : "#7d4a00"
    readonly property color attentionSoft: theme.dark ? "#4f3a12" : "#fbe8c6"

    // Text over ground, as the screens use them: a test measures each.
    readonly property var pairs: [
        ["text", "page"], ["text", "card"], ["text", "sunken"], ["quiet", "page"], ["quiet", "card"],
        ["quiet", "sunken"], ["accent", "page"], ["accent", "card"], ["accent", "sunken"], ["good", "page"],
        ["good", "card"], ["attention", "page"], ["attention", "card"], ["accentInk", "accent"],
        ["accentInk", "accentPressed"], ["accentSoftInk", "accentSoft"], ["text", "accentSoft"],
        ["shortLaneInk", "shortLane"], ["mediumLaneInk", "mediumLane"], ["longLaneInk", "longLane"],
        ["good", "goodSoft"], ["text", "goodSoft"], ["attention", "attentionSoft"], ["text", "attentionSoft"],
        ["page", "text"]
    ]

    // One type scale, in sp.
    readonly property int small: Math.round(14 * theme.textScale)
    readonly property int body: Math.round(16 * theme.textScale)
    // Headings and drawings are large already: they grow half as fast, and are never smaller than the text.
    readonly property real halfScale: 1 + (theme.textScale - 1) / 2
    readonly property int lead: Math.round(Math.max(theme.body, 18 * theme.halfScale))
    readonly property int title: Math.round(Math.max(theme.body, 22 * theme.halfScale))
    readonly property int display: Math.round(28 * theme.halfScale)
    // Andika was drawn for new readers and stands tall; set a little closer it still never touches.
    readonly property real leading: 0.86
    readonly property FontLoader regularFace: FontLoader { source: "fonts/Andika-Regular.ttf" }
    readonly property FontLoader boldFace: FontLoader { source: "fonts/Andika-Bold.ttf" }
    readonly property string family: theme.regularFace.name

    // One spacing scale, in dp.
    readonly property int hair: 4
    readonly property int gap: 8
    readonly property int space: 12
    readonly property int margin: 16
    readonly property int wideMargin: 24
    readonly property int section: 32

    readonly property int touchTarget: 48
    readonly property int mainTarget: 56
    readonly property int icon: Math.round(24 * theme.halfScale)
    readonly property int smallIcon: Math.round(20 * theme.halfScale)
    readonly property int radius: 14
    readonly property int smallRadius: 8
    readonly property int stroke: 1
    readonly property int focusStroke: 3
    readonly property int bandHeight: 12

    // From this width on there is room for a side rail and for two things side by side.
    readonly property int wideFrom: 840
    readonly property int columnWidth: 640
    readonly property int contentWidth: 1160

    readonly property int motion: theme.still ? 0 : 160
    readonly property int holdToDrag: 320

    // Two letters on a colour, for a person without a photo.
    readonly property list<color> faceGrounds: [theme.accentSoft, theme.shortLane, theme.mediumLane, theme.longLane]
    readonly property list<color> faceInks: [theme.accentSoftInk, theme.shortLaneInk, theme.mediumLaneInk,
                                                  theme.longLaneInk]

    function laneGround(lane: int): color {
        return [theme.shortLane, theme.mediumLane, theme.longLane][lane];
    }
    function laneInk(lane: int): color {
        return [theme.shortLaneInk, theme.mediumLaneInk, theme.longLaneInk][lane];
    }
    function laneIcon(lane: int): string {
        return ["sprout", "plant", "tree"][lane];
    }
}
