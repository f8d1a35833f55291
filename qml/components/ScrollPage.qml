import QtQuick
import QtQuick.Templates as T
import QtQuick.Window
import Ayni.Ui

// A page that scrolls: a head, a column of things no wider than reads well, and room for a foot that stays.
Item {
    id: page
    property string title
    property string subtitle
    property bool canGoBack: false
    property real maximumWidth: Theme.columnWidth
    property alias headerTrailing: header.trailing
    default property alias content: column.data
    property alias foot: footer.data
    property alias flick: flick
    signal back()

    readonly property real side: page.width >= 600 ? Theme.wideMargin : Theme.margin
    readonly property real innerWidth: Math.min(page.width - 2 * page.side, page.maximumWidth)
    readonly property Item focused: page.Window.activeFocusItem

    onFocusedChanged: page.show(page.focused)
    // What has the keyboard is in sight.
    function show(item: Item) {
        if (!item)
            return;
        for (let up = item.parent; up && up !== column; up = up.parent) {
            if (up === page)
                return;
        }
        const at = item.mapToItem(column, 0, 0).y + column.y;
        if (at < 0 || at > flick.contentHeight)
            return;
        if (at < flick.contentY + Theme.margin)
            flick.contentY = Math.max(0, at - Theme.section);
        else if (at + item.height > flick.contentY + flick.height - Theme.margin)
            flick.contentY = Math.max(0, Math.min(flick.contentHeight - flick.height,
                                                  at + item.height - flick.height + Theme.section));
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.page
    }
    Flickable {
        id: flick
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: footer.top
        contentWidth: width
        contentHeight: column.y + column.height + Theme.section
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        PageHeader {
            id: header
            x: (flick.width - width) / 2
            y: Theme.gap
            width: page.innerWidth
            title: page.title
            subtitle: page.subtitle
            canGoBack: page.canGoBack
            onBack: page.back()
        }
        Column {
            id: column
            x: (flick.width - width) / 2
            y: header.y + header.height + Theme.gap
            width: page.innerWidth
            spacing: Theme.margin
        }
        T.ScrollBar.vertical: ScrollHint {}
    }
    Item {
        id: footer
        anchors.bottom: parent.bottom
        x: (page.width - width) / 2
        width: page.innerWidth
        height: childrenRect.height > 0 ? childrenRect.height + Theme.gap : 0
    }
}
