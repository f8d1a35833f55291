import QtQuick
import Ayni.Ui

// The head of a page: where one is, the way back if one came from somewhere, and what belongs to the whole page.
Item {
    id: header
    property string title
    property string subtitle
    property bool canGoBack: false
    default property alias trailing: tail.data
    signal back()

    implicitHeight: Math.max(Theme.touchTarget, names.height + 2 * Theme.gap,
                             tail.onOwnLine ? names.height + tail.height + Theme.gap : 0)
    readonly property real room: header.width - names.x
    IconButton {
        id: backButton
        visible: header.canGoBack
        x: -Theme.space
        y: 0
        drawing: "back"
        text: qsTr("Back")
        onClicked: header.back()
    }
    Column {
        id: names
        x: header.canGoBack ? backButton.width - Theme.space : 0
        y: Math.max(0, (Theme.touchTarget - heading.implicitHeight) / 2)
        width: tail.onOwnLine ? header.room : header.room - tail.width - Theme.gap
        Words {
            id: heading
            width: parent.width
            text: header.title
            size: Theme.title
            strong: true
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: header.subtitle
            color: Theme.quiet
        }
    }
    TextMetrics {
        id: measure
        font.family: Theme.family
        font.pixelSize: Theme.title
        font.weight: Font.Bold
        text: header.title
    }
    Row {
        id: tail
        // Large letters: the title keeps its line, and the rest goes below.
        readonly property bool onOwnLine: tail.width > 0 && measure.advanceWidth + tail.width + Theme.gap > header.room
                                          && header.room - tail.width < 180 * Theme.textScale
        anchors.right: parent.right
        y: tail.onOwnLine ? names.y + names.height + Theme.hair : 0
        spacing: Theme.hair
    }
}
