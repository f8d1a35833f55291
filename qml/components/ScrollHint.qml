import QtQuick
import QtQuick.Templates as T
import Ayni.Ui

// How far down one is; to look at, and with a mouse to pull.
T.ScrollBar {
    id: bar
    implicitWidth: 10
    implicitHeight: 10
    padding: 2
    visible: bar.size < 1
    minimumSize: 0.08
    Accessible.ignored: true
    contentItem: Rectangle {
        implicitWidth: 6
        implicitHeight: 6
        radius: 3
        color: Theme.outline
        opacity: bar.active ? 0.9 : 0.35
    }
}
