import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// A button that is only a drawing; `text` is its name, said aloud and shown when the pointer rests on it.
T.Button {
    id: button
    property string drawing
    property color ink: Theme.text

    implicitWidth: Theme.touchTarget
    implicitHeight: Theme.touchTarget
    opacity: button.enabled ? 1 : 0.35
    Accessible.role: Accessible.Button
    Accessible.name: button.text
    Accessible.onPressAction: button.clicked()
    Keys.onReturnPressed: button.clicked()
    Keys.onEnterPressed: button.clicked()

    Item {
        anchors.fill: parent
        Icon {
            anchors.centerIn: parent
            drawing: button.drawing
            color: button.ink
        }
    }
    background: Rectangle {
        radius: Theme.radius
        color: button.down ? Theme.line : button.hovered ? Theme.sunken : "transparent"
        FocusRing { shown: button.visualFocus }
    }
}
