import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// One of the four places.
T.AbstractButton {
    id: item
    property string drawing
    property bool here: false
    property bool beside: false

    implicitHeight: item.beside ? Theme.mainTarget : Math.max(60, column.implicitHeight + Theme.gap)
    implicitWidth: 72
    Accessible.role: Accessible.PageTab
    Accessible.name: item.text
    Accessible.selectable: true
    Accessible.selected: item.here
    Accessible.onPressAction: item.clicked()
    Keys.onReturnPressed: item.clicked()
    Item {
        anchors.fill: parent
        Column {
            id: column
            visible: !item.beside
            width: parent.width
            anchors.verticalCenter: parent.verticalCenter
            spacing: 2
            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                width: 56
                height: 30
                radius: 15
                color: item.here ? Theme.accentSoft : "transparent"
                Icon {
                    anchors.centerIn: parent
                    drawing: item.drawing
                    color: item.here ? Theme.accentSoftInk : Theme.quiet
                }
            }
            Words {
                width: parent.width
                text: item.text
                // A label under a drawing: it grows with the letters only as far as four fit side by side.
                font.pixelSize: Math.min(Theme.small, 18)
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 11
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                strong: item.here
                color: item.here ? Theme.accent : Theme.quiet
            }
        }
        Row {
            visible: item.beside
            anchors.verticalCenter: parent.verticalCenter
            x: Theme.margin
            spacing: Theme.space
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                drawing: item.drawing
                color: item.here ? Theme.accentSoftInk : Theme.quiet
            }
            Words {
                anchors.verticalCenter: parent.verticalCenter
                text: item.text
                strong: item.here
                color: item.here ? Theme.accentSoftInk : Theme.text
            }
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: item.beside && item.here ? Theme.accentSoft : item.down || (item.beside && item.hovered) ? Theme.sunken
                                                                                                       : "transparent"
        FocusRing { shown: item.visualFocus }
    }
}
