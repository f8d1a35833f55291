pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui

// One field with two versions: who, when, and what to do about it.
Card {
    id: contest
    required property string contestId
    required property string recordTitle
    required property string fieldText
    required property bool isText
    required property var versions
    signal kept(string versionId)
    signal bothKept()
    signal written(string text)

    implicitHeight: body.implicitHeight + 2 * Theme.margin
    height: implicitHeight
    Column {
        id: body
        x: Theme.margin
        y: Theme.margin
        width: parent.width - 2 * x
        spacing: Theme.space
        Words {
            width: parent.width
            text: contest.recordTitle
            size: Theme.lead
            strong: true
        }
        Words {
            width: parent.width
            text: contest.fieldText
            color: Theme.quiet
        }
        Repeater {
            model: contest.versions
            Rectangle {
                id: version
                required property var modelData
                width: body.width
                height: column.height + 2 * Theme.space
                radius: Theme.radius
                color: Theme.sunken
                Column {
                    id: column
                    x: Theme.space
                    y: Theme.space
                    width: parent.width - 2 * x
                    spacing: Theme.gap
                    Words {
                        width: parent.width
                        text: version.modelData.text
                    }
                    Words {
                        width: parent.width
                        text: version.modelData.isShown
                              ? qsTr("%1, %2. This one is shown now.").arg(version.modelData.author)
                                    .arg(version.modelData.whenText)
                              : qsTr("%1, %2").arg(version.modelData.author).arg(version.modelData.whenText)
                        size: Theme.small
                        color: Theme.quiet
                    }
                    PushButton {
                        objectName: "keep"
                        width: Math.min(implicitWidth, parent.width)
                        drawing: "check"
                        text: qsTr("Keep this one")
                        onClicked: contest.kept(version.modelData.versionId)
                    }
                }
            }
        }
        Flow {
            width: parent.width
            visible: contest.isText
            spacing: Theme.gap
            PushButton {
                objectName: "keepBoth"
                width: Math.min(implicitWidth, parent.width)
                kind: "quiet"
                drawing: "versions"
                text: qsTr("Keep both")
                onClicked: contest.bothKept()
            }
            PushButton {
                objectName: "writeAnother"
                visible: !other.visible
                width: Math.min(implicitWidth, parent.width)
                kind: "quiet"
                drawing: "edit"
                text: qsTr("Write another")
                onClicked: {
                    other.visible = true;
                    other.input.forceActiveFocus();
                }
            }
        }
        Paper {
            id: other
            objectName: "otherText"
            visible: false
            width: parent.width
            lines: 1
            label: qsTr("In new words")
        }
        PushButton {
            objectName: "keepOther"
            visible: other.visible
            enabled: other.text.trim() !== ""
            width: Math.min(implicitWidth, parent.width)
            drawing: "check"
            text: qsTr("Keep this one")
            onClicked: contest.written(other.text.trim())
        }
    }
}
