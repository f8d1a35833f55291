import QtQuick
import Ayni.Ui

// A person without a photo: her letters on one of four colours, always the same one for the same name.
Rectangle {
    id: avatar
    property string initials
    property string name
    property int size: 44

    readonly property int tint: {
        let sum = 0;
        for (let i = 0; i < avatar.name.length; ++i)
            sum += avatar.name.charCodeAt(i);
        return sum % 4;
    }
    width: avatar.size
    height: avatar.size
    radius: avatar.size / 2
    color: Theme.faceGrounds[avatar.tint]
    Words {
        anchors.centerIn: parent
        text: avatar.initials
        strong: true
        font.pixelSize: Math.round(avatar.size * 0.38)
        color: Theme.faceInks[avatar.tint]
        lineHeight: 1
        Accessible.ignored: true
    }
}
