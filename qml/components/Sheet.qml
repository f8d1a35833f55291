import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// A sheet over the page: from below on a phone, in the middle where there is room. Escape or a tap beside closes it.
T.Popup {
    id: sheet
    property string title
    default property alias content: column.data

    readonly property real hostWidth: sheet.parent ? sheet.parent.width : 360
    readonly property real hostHeight: sheet.parent ? sheet.parent.height : 640
    readonly property bool low: sheet.hostWidth < 600

    parent: T.Overlay.overlay
    width: sheet.low ? sheet.hostWidth : Math.min(520, sheet.hostWidth - 2 * Theme.wideMargin)
    height: Math.min(sheet.hostHeight - Theme.section, column.implicitHeight + head.height + 3 * Theme.margin)
    x: (sheet.hostWidth - width) / 2
    y: sheet.low ? sheet.hostHeight - height : (sheet.hostHeight - height) / 2
    modal: true
    focus: true
    padding: 0
    closePolicy: T.Popup.CloseOnEscape | T.Popup.CloseOnReleaseOutside
    T.Overlay.modal: Rectangle {
        color: Theme.shade
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.motion }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.motion }
    }
    background: Rectangle {
        color: Theme.page
        radius: sheet.low ? 0 : Theme.radius
        WovenBand {
            width: parent.width
            visible: sheet.low
        }
    }
    contentData: Item {
        anchors.fill: parent
        Accessible.role: Accessible.Dialog
        Accessible.name: sheet.title
        Item {
            id: head
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            height: Math.max(Theme.touchTarget, heading.implicitHeight)
            Words {
                id: heading
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width - Theme.touchTarget
                text: sheet.title
                size: Theme.lead
                strong: true
                Accessible.role: Accessible.Heading
                Accessible.name: text
            }
            IconButton {
                anchors.right: parent.right
                anchors.rightMargin: -Theme.gap
                objectName: "closeSheet"
                drawing: "close"
                text: qsTr("Close")
                onClicked: sheet.close()
            }
        }
        Flickable {
            anchors.fill: parent
            anchors.topMargin: head.y + head.height
            contentWidth: width
            contentHeight: column.y + column.implicitHeight + Theme.margin
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            Column {
                id: column
                x: Theme.margin
                y: Theme.gap
                width: parent.width - 2 * x
                spacing: Theme.margin
            }
        }
    }
}
