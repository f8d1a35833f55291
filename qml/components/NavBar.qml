pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui

// The four places: along the bottom of a phone, or down the side where there is room.
Rectangle {
    id: nav
    property string place
    property bool beside: false
    default property alias extra: foot.data
    signal picked(string place)

    readonly property var places: [
        { "place": "today", "drawing": "today", "text": qsTr("Today") },
        { "place": "plan", "drawing": "plan", "text": qsTr("Plan") },
        { "place": "sessions", "drawing": "sessions", "text": qsTr("Sessions") },
        { "place": "us", "drawing": "us", "text": qsTr("Us") }
    ]
    implicitHeight: items.implicitHeight
    implicitWidth: 216 + 40 * (Theme.textScale - 1)
    color: Theme.card
    Accessible.role: Accessible.PageTabList
    Accessible.name: qsTr("Places")

    Rectangle {
        width: nav.beside ? Theme.stroke : nav.width
        height: nav.beside ? nav.height : Theme.stroke
        anchors.right: parent.right
        color: Theme.line
    }
    Words {
        id: name
        visible: nav.beside
        x: Theme.wideMargin
        y: Theme.margin
        text: "Ayni"
        size: Theme.display
        strong: true
        color: Theme.accent
        Accessible.ignored: true
    }
    Grid {
        id: items
        y: nav.beside ? name.y + name.height + Theme.margin : 0
        x: nav.beside ? Theme.gap : 0
        width: nav.width - 2 * x
        columns: nav.beside ? 1 : 4
        spacing: nav.beside ? Theme.hair : 0
        topPadding: nav.beside ? 0 : Theme.hair
        bottomPadding: nav.beside ? 0 : Theme.hair
        Repeater {
            model: nav.places
            NavItem {
                required property var modelData
                objectName: "nav-" + modelData.place
                width: nav.beside ? items.width : items.width / 4
                text: modelData.text
                drawing: modelData.drawing
                here: nav.place === modelData.place
                beside: nav.beside
                onClicked: nav.picked(modelData.place)
            }
        }
    }
    Column {
        id: foot
        visible: nav.beside
        x: Theme.gap
        width: nav.width - 2 * x
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin
        spacing: Theme.hair
    }
}
