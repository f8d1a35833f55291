pragma ComponentBehavior: Bound
import QtQuick
import Ayni.Ui
import Ayni.Models

// The circle: where the programme stands, who we are, what we ask, offer and celebrate.
ScrollPage {
    id: page
    required property AppModel app
    required property UsModel us
    readonly property bool wide: page.width >= 900
    signal placeAsked(string place)

    title: page.us.cohortName === "" ? qsTr("Us") : page.us.cohortName
    maximumWidth: page.wide ? Theme.contentWidth : Theme.columnWidth

    Card {
        visible: page.us.phaseText !== ""
        width: parent.width
        height: phase.height + 2 * Theme.margin
        Column {
            id: phase
            x: Theme.margin
            y: Theme.margin
            width: parent.width - 2 * x
            spacing: Theme.gap
            Words {
                width: parent.width
                text: page.us.phaseText
                strong: true
            }
            ProgressLine {
                width: parent.width
                visible: page.us.phaseProgress >= 0
                value: page.us.phaseProgress
            }
        }
    }
    EmptyState {
        visible: page.app.isAlone
        width: parent.width
        topPadding: Theme.wideMargin
        drawing: "us"
        text: qsTr("Here your circle will be: your mentor, the other women, what you ask and offer each other. "
                   + "Join when you have an invitation.")
        action: qsTr("I have an invitation")
        onActed: page.placeAsked("join")
    }
    Grid {
        id: parts
        readonly property real partWidth: columns === 2 ? (width - Theme.section) / 2 : width
        width: parent.width
        columns: page.wide ? 2 : 1
        columnSpacing: Theme.section
        rowSpacing: Theme.margin
        Column {
            visible: page.us.canPost || page.us.posts.count > 0
            width: parts.partWidth
            spacing: Theme.space
            SectionTitle {
                width: parent.width
                text: qsTr("The circle")
            }
            Flow {
                visible: page.us.canPost
                width: parent.width
                spacing: Theme.gap
                Repeater {
                    model: page.us.postKinds
                    PushButton {
                        required property string code
                        required text
                        required drawing
                        objectName: "post-" + code
                        width: Math.min(implicitWidth, parent.width)
                        horizontalPadding: Theme.space
                        onClicked: {
                            postSheet.kind = code;
                            postSheet.open();
                        }
                    }
                }
            }
            Repeater {
                model: page.us.posts
                PostCard {
                    id: post
                    width: parts.partWidth
                    onMeTooSaid: page.us.meToo(post.postId)
                    onRemoved: page.us.remove(post.postId)
                }
            }
            Words {
                visible: page.us.posts.count === 0
                width: parent.width
                text: qsTr("Nobody has written here yet. A small joy is a good beginning.")
                color: Theme.quiet
            }
        }
        Column {
            width: parts.partWidth
            spacing: Theme.margin
            SectionTitle {
                width: parent.width
                visible: page.us.pairs.count > 0 && page.app.role === "coordinator"
                text: qsTr("Who walks with whom")
            }
            Repeater {
                model: page.app.role === "coordinator" ? page.us.pairs : null
                Card {
                    id: pair
                    required property string mentor
                    required property string business
                    required property string statusText
                    required property string lastMet
                    required property bool quiet
                    width: parts.partWidth
                    height: pairBody.height + 2 * Theme.space
                    Column {
                        id: pairBody
                        x: Theme.margin
                        y: Theme.space
                        width: parent.width - 2 * x
                        spacing: Theme.hair
                        Words {
                            width: parent.width
                            text: pair.mentor + " · " + pair.business
                            strong: true
                        }
                        Flow {
                            width: parent.width
                            spacing: Theme.gap
                            Tag {
                                maximumWidth: parent.width
                                drawing: "promise"
                                text: pair.statusText
                            }
                            Tag {
                                maximumWidth: parent.width
                                visible: text !== ""
                                drawing: "sessions"
                                text: pair.lastMet
                                ground: pair.quiet ? Theme.attentionSoft : Theme.sunken
                                ink: pair.quiet ? Theme.attention : Theme.text
                            }
                        }
                    }
                }
            }
            SectionTitle {
                width: parent.width
                visible: page.us.people.count > 0
                text: qsTr("Who we are")
            }
            Repeater {
                model: page.us.people
                PersonRow {
                    objectName: "person"
                    width: parts.partWidth
                }
            }
        }
    }
    PostSheet {
        id: postSheet
        us: page.us
        drafts: page.app.drafts
    }
}
