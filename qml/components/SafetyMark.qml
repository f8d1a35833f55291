import QtQuick
import Ayni.Ui

// Where this is by now: on this phone, received in Montreal, seen by the other side.
Row {
    id: mark
    // 0 here, 1 received, 2 seen
    property int safety: 0
    property bool worded: false

    readonly property string says: mark.safety === 2 ? qsTr("Seen by the other side")
                                   : mark.safety === 1 ? qsTr("Received in Montreal") : qsTr("On this phone")
    spacing: Theme.hair
    Accessible.role: Accessible.StaticText
    Accessible.name: mark.says
    Icon {
        anchors.verticalCenter: parent.verticalCenter
        drawing: ["here", "received", "seen"][mark.safety] ?? "here"
        size: Theme.smallIcon
        color: mark.safety === 0 ? Theme.quiet : Theme.good
    }
    Words {
        anchors.verticalCenter: parent.verticalCenter
        visible: mark.worded
        width: Math.min(implicitWidth, mark.parent ? mark.parent.width - Theme.smallIcon - Theme.hair : implicitWidth)
        text: mark.says
        size: Theme.small
        color: Theme.quiet
        Accessible.ignored: true
    }
}
