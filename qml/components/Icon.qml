import QtQuick
import QtQuick.Controls.impl
import Ayni.Ui

// One of our own drawings, in the colour it is given. It says nothing aloud: the control around it does.
IconImage {
    id: icon
    property string drawing
    property int size: Theme.icon

    source: icon.drawing === "" ? "" : Qt.resolvedUrl("../theme/icons/" + icon.drawing.replace("_", "-") + ".svg")
    sourceSize.width: icon.size
    sourceSize.height: icon.size
    width: icon.size
    height: icon.size
    color: Theme.text
    Accessible.ignored: true
}
