import QtQuick
import Ayni.Ui

// The woven edge: the one ornament of the app.
Image {
    source: Qt.resolvedUrl("../theme/band.svg")
    sourceSize.height: Theme.bandHeight
    height: Theme.bandHeight
    fillMode: Image.TileHorizontally
    horizontalAlignment: Image.AlignLeft
    Accessible.ignored: true
}
