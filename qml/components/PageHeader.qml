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

    readonly property real firstLine: heading.implicitHeight / Math.max(1, heading.lineCount)

    implicitHeight: Math.max(Theme.touchTarget, names.y + names.height, tail.y + tail.height)
    IconButton {
        id: backButton
        visible: header.canGoBack
        x: -Theme.space
        y: names.y + (header.firstLine - height) / 2
        drawing: "back"
        text: qsTr("Back")
        onClicked: header.back()
    }
    Column {
        id: names
        x: header.canGoBack ? backButton.width - Theme.space : 0
        y: Math.max(0, (Theme.touchTarget - header.firstLine) / 2)
        width: header.width - x - (tail.width > 0 ? tail.width + Theme.gap : 0)
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
    Row {
        id: tail
        anchors.right: parent.right
        y: names.y + (header.firstLine - height) / 2
        spacing: Theme.hair
    }
}
