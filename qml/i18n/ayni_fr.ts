<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>AddSheet</name>
        <message>
            <source>What do you want to do?</source>
            <translation>Que veux-tu faire?</translation>
        </message>
        <message>
            <source>What would you propose?</source>
            <translation>Que lui proposes-tu?</translation>
        </message>
        <message>
            <source>A goal: what will be different?</source>
            <translation>Un objectif : qu’est-ce qui va changer?</translation>
        </message>
        <message>
            <source>An action: one small step</source>
            <translation>Une action : un petit pas</translation>
        </message>
        <message>
            <source>Ten regular clients</source>
            <translation>Dix clientes régulières</translation>
        </message>
        <message>
            <source>Call the shop on the corner</source>
            <translation>Appeler la boutique du coin</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Objectif</translation>
        </message>
        <message>
            <source>Put it on my plan</source>
            <translation>Le mettre dans mon plan</translation>
        </message>
        <message>
            <source>Propose it</source>
            <translation>Le proposer</translation>
        </message>
    </context>
    <context>
        <name>DraftLine</name>
        <message>
            <source>Continued from before</source>
            <translation>Repris d'avant</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>Recommencer</translation>
        </message>
    </context>
    <context>
        <name>RepairedPage</name>
        <message>
            <source>Your notebook is back</source>
            <translation>Ton carnet est de retour</translation>
        </message>
        <message>
            <source>Open my notebook</source>
            <translation>Ouvrir mon carnet</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::LockModel</name>
        <message>
            <source>Wait %1 s</source>
            <extracomment>Before the next PIN can be tried. %1 is a number of seconds; "s" is the unit's sign.</extracomment>
            <translation>Attends %1 s</translation>
        </message>
        <message>
            <source>Wait %1 min</source>
            <extracomment>Before the next PIN can be tried. %1 is a number of minutes; "min" is the unit's sign.</extracomment>
            <translation>Attends %1 min</translation>
        </message>
    </context>
    <context>
        <name>BeginAlonePage</name>
        <message>
            <source>Begin alone</source>
            <translation>Commencer seule</translation>
        </message>
        <message>
            <source>Everything stays on this phone until you join a circle. You can join whenever you like.</source>
            <translation>Tout reste sur ce téléphone jusqu’à ce que tu rejoignes un cercle. Tu peux le faire quand tu veux.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Ton nom</translation>
        </message>
        <message>
            <source>Your business, if it has a name</source>
            <translation>Ton entreprise, si elle a un nom</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Commencer</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>Lanes</source>
            <translation>Échéances</translation>
        </message>
    </context>
    <context>
        <name>BoardCard</name>
        <message>
            <source>Voice note</source>
            <translation>Note vocale</translation>
        </message>
        <message>
            <source>Without words yet</source>
            <translation>Encore sans mots</translation>
        </message>
        <message>
            <source>Goal: %1</source>
            <translation>Objectif : %1</translation>
        </message>
        <message>
            <source>Action: %1</source>
            <translation>Action : %1</translation>
        </message>
        <message>
            <source>Open again: %1</source>
            <translation>Rouvrir : %1</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>Fait : %1</translation>
        </message>
        <message>
            <source>Proposed by %1</source>
            <translation>Idée de %1</translation>
        </message>
        <message>
            <source>Waiting for: %1</source>
            <translation>En attente de : %1</translation>
        </message>
        <message>
            <source>Take it into my plan</source>
            <translation>L’ajouter à mon plan</translation>
        </message>
        <message>
            <source>Two versions</source>
            <translation>Deux versions</translation>
        </message>
    </context>
    <context>
        <name>BoardLane</name>
        <message numerus="yes">
            <source>You have %n step(s) open for the short term. Which one can wait?</source>
            <translation>
                <numerusform>Tu as %n pas ouvert à court terme. Peut-il attendre?</numerusform>
                <numerusform>Tu as %n pas ouverts à court terme. Lequel peut attendre?</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing here yet. One small step is enough to begin.</source>
            <translation>Rien ici pour l’instant. Un petit pas suffit pour commencer.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>Proposer</translation>
        </message>
        <message>
            <source>Hide what is done</source>
            <translation>Cacher ce qui est fait</translation>
        </message>
        <message>
            <source>Show what is done (%1)</source>
            <translation>Voir ce qui est fait (%1)</translation>
        </message>
    </context>
    <context>
        <name>BrokenPage</name>
        <message>
            <source>The notebook did not open</source>
            <translation>Le carnet ne s’est pas ouvert</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Ayni can bring back what can still be read of it. Nothing is deleted for that.</source>
            <translation>Ayni peut récupérer ce qui se lit encore. Rien n’est effacé.</translation>
        </message>
        <message>
            <source>Bring my notebook back</source>
            <translation>Récupérer mon carnet</translation>
        </message>
        <message>
            <source>Reading what is there. If Ayni is closed meanwhile, it can be done again.</source>
            <translation>Lecture de ce qui est là. Si Ayni se ferme entre-temps, on peut recommencer.</translation>
        </message>
    </context>
    <context>
        <name>CardSheet</name>
        <message>
            <source>Goal</source>
            <translation>Objectif</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation>Le rouvrir</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>C’est fait</translation>
        </message>
        <message>
            <source>Take it into my plan</source>
            <translation>L’ajouter à mon plan</translation>
        </message>
        <message>
            <source>See the two versions</source>
            <translation>Voir les deux versions</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>Où il se trouve</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Plus tôt</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Plus tard</translation>
        </message>
        <message>
            <source>By when?</source>
            <translation>Pour quand?</translation>
        </message>
        <message>
            <source>By when? Now: %1</source>
            <translation>Pour quand? En ce moment : %1</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>Dans une semaine</translation>
        </message>
        <message>
            <source>In two weeks</source>
            <translation>Dans deux semaines</translation>
        </message>
        <message>
            <source>In a month</source>
            <translation>Dans un mois</translation>
        </message>
        <message>
            <source>No date</source>
            <translation>Sans date</translation>
        </message>
        <message>
            <source>How much work is it?</source>
            <translation>C’est beaucoup de travail?</translation>
        </message>
        <message>
            <source>Small step</source>
            <translation>Petit pas</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Moyen</translation>
        </message>
        <message>
            <source>Big</source>
            <translation>Grand</translation>
        </message>
        <message>
            <source>Take it off the plan</source>
            <translation>Le retirer du plan</translation>
        </message>
    </context>
    <context>
        <name>ContestCard</name>
        <message>
            <source>%1, %2. This one is shown now.</source>
            <translation>%1, %2. C’est celle qu’on voit en ce moment.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Keep this one</source>
            <translation>Garder celle-ci</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Garder les deux</translation>
        </message>
        <message>
            <source>Write another</source>
            <translation>En écrire une autre</translation>
        </message>
        <message>
            <source>In new words</source>
            <translation>En d’autres mots</translation>
        </message>
    </context>
    <context>
        <name>DayStepper</name>
        <message>
            <source>A day earlier</source>
            <translation>Un jour plus tôt</translation>
        </message>
        <message>
            <source>A day later</source>
            <translation>Un jour plus tard</translation>
        </message>
    </context>
    <context>
        <name>FaceCard</name>
        <message numerus="yes">
            <source>%n open action(s)</source>
            <translation>
                <numerusform>%n action ouverte</numerusform>
                <numerusform>%n actions ouvertes</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new since you looked</source>
            <translation>
                <numerusform>%n nouveauté depuis ta visite</numerusform>
                <numerusform>%n nouveautés depuis ta visite</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JoinPage</name>
        <message>
            <source>Join your circle</source>
            <translation>Rejoins ton cercle</translation>
        </message>
        <message>
            <source>Your coordinator gave you a link or a short code. Paste it or type it here; small or capital letters are the same.</source>
            <translation>Ta coordonnatrice t’a donné un lien ou un code court. Colle-le ou écris-le ici; majuscules ou minuscules, c’est pareil.</translation>
        </message>
        <message>
            <source>Link or code</source>
            <translation>Lien ou code</translation>
        </message>
        <message>
            <source>Joining…</source>
            <translation>On y va…</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Rejoindre</translation>
        </message>
        <message>
            <source>What you have written so far stays with you and comes along.</source>
            <translation>Ce que tu as déjà écrit reste avec toi et te suit.</translation>
        </message>
    </context>
    <context>
        <name>LaneTab</name>
        <message numerus="yes">
            <source>%1, %n card(s)</source>
            <comment>a lane of the board</comment>
            <translation>
                <numerusform>%1, %n carte</numerusform>
                <numerusform>%1, %n cartes</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LanguageChoice</name>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
    </context>
    <context>
        <name>LogSessionPage</name>
        <message>
            <source>Continued from before</source>
            <translation>Repris d'avant</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>Recommencer</translation>
        </message>
        <message>
            <source>We met</source>
            <translation>On s’est vues</translation>
        </message>
        <message>
            <source>With whom?</source>
            <translation>Avec qui?</translation>
        </message>
        <message>
            <source>How did you meet?</source>
            <translation>Comment vous êtes-vous vues?</translation>
        </message>
        <message>
            <source>For how long?</source>
            <translation>Combien de temps?</translation>
        </message>
        <message>
            <source>When?</source>
            <translation>Quand?</translation>
        </message>
        <message>
            <source>What about?</source>
            <translation>À quel sujet?</translation>
        </message>
        <message>
            <source>As many as you like</source>
            <translation>Autant que tu veux</translation>
        </message>
        <message>
            <source>Who was there?</source>
            <translation>Qui était là?</translation>
        </message>
        <message>
            <source>How was it for you?</source>
            <translation>Comment c’était pour toi?</translation>
        </message>
        <message>
            <source>Only the two of you see this.</source>
            <translation>Vous deux seulement le voyez.</translation>
        </message>
        <message>
            <source>Add what you gave and learned</source>
            <translation>Ajouter ce que tu as donné et appris</translation>
        </message>
        <message>
            <source>What did you give?</source>
            <translation>Qu’as-tu donné?</translation>
        </message>
        <message>
            <source>In your words, if you like</source>
            <translation>Dans tes mots, si tu veux</translation>
        </message>
        <message>
            <source>What did you learn?</source>
            <translation>Qu’as-tu appris?</translation>
        </message>
        <message>
            <source>A note for the two of you</source>
            <translation>Une note pour vous deux</translation>
        </message>
        <message>
            <source>When do you meet again?</source>
            <translation>Quand vous revoyez-vous?</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Enregistrer</translation>
        </message>
    </context>
    <context>
        <name>NavBar</name>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Rencontres</translation>
        </message>
        <message>
            <source>Us</source>
            <translation>Nous</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Lieux</translation>
        </message>
    </context>
    <context>
        <name>NoteCard</name>
        <message>
            <source>A voice note. It is not on this phone yet.</source>
            <translation>Une note vocale. Elle n’est pas encore sur ce téléphone.</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
    </context>
    <context>
        <name>PageHeader</name>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
    </context>
    <context>
        <name>PersonRow</name>
        <message>
            <source>%1 (you)</source>
            <translation>%1 (toi)</translation>
        </message>
        <message>
            <source>You walk together</source>
            <translation>Vous marchez ensemble</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message numerus="yes">
            <source>%n digit(s) typed</source>
            <translation>
                <numerusform>%n chiffre tapé</numerusform>
                <numerusform>%n chiffres tapés</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>Remove the PIN</source>
            <translation>Enlever le code PIN</translation>
        </message>
        <message>
            <source>Change the PIN</source>
            <translation>Changer le code PIN</translation>
        </message>
        <message>
            <source>Set a PIN</source>
            <translation>Mettre un code PIN</translation>
        </message>
        <message>
            <source>The PIN you have now</source>
            <translation>Ton code PIN actuel</translation>
        </message>
        <message>
            <source>The new PIN once more</source>
            <translation>Le nouveau code PIN encore une fois</translation>
        </message>
        <message>
            <source>A new PIN, 4 to 12 digits</source>
            <translation>Un nouveau code PIN, de 4 à 12 chiffres</translation>
        </message>
        <message>
            <source>The two were not the same. Choose it again.</source>
            <translation>Les deux n’étaient pas pareils. Choisis-le de nouveau.</translation>
        </message>
        <message>
            <source>Nobody can open your notebook without it, and nobody can give it back to you: note it in a safe place. What was sent is safe with the hub.</source>
            <translation>Personne ne peut ouvrir ton carnet sans lui, et personne ne peut te le rendre : note-le en lieu sûr. Ce qui a été envoyé est en sûreté à la centrale.</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>Hide what is done</source>
            <translation>Cacher ce qui est fait</translation>
        </message>
        <message>
            <source>Show what is done (%1)</source>
            <translation>Voir ce qui est fait (%1)</translation>
        </message>
        <message>
            <source>Another plan</source>
            <translation>Un autre plan</translation>
        </message>
        <message>
            <source>Which plan?</source>
            <translation>Quel plan?</translation>
        </message>
    </context>
    <context>
        <name>PostCard</name>
        <message>
            <source>Answered</source>
            <translation>Répondu</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Le retirer</translation>
        </message>
    </context>
    <context>
        <name>PostSheet</name>
        <message>
            <source>What can you offer?</source>
            <translation>Que peux-tu offrir?</translation>
        </message>
        <message>
            <source>What went well?</source>
            <translation>Qu’est-ce qui a bien marché?</translation>
        </message>
        <message>
            <source>What do you wonder?</source>
            <translation>Que te demandes-tu?</translation>
        </message>
        <message>
            <source>What do you need?</source>
            <translation>De quoi as-tu besoin?</translation>
        </message>
        <message>
            <source>Your words, for the whole circle</source>
            <translation>Tes mots, pour tout le cercle</translation>
        </message>
        <message>
            <source>Is it about one of these? You may leave it open.</source>
            <translation>Est-ce à propos de l’un de ces sujets? Tu peux laisser ouvert.</translation>
        </message>
        <message>
            <source>Tell the circle</source>
            <translation>Le dire au cercle</translation>
        </message>
    </context>
    <context>
        <name>SafePage</name>
        <message>
            <source>What is safe</source>
            <translation>Ce qui est en sûreté</translation>
        </message>
        <message>
            <source>Stop for now</source>
            <translation>Arrêter pour l’instant</translation>
        </message>
        <message>
            <source>Send and receive now</source>
            <translation>Envoyer et recevoir</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>J’ai une invitation</translation>
        </message>
        <message>
            <source>Could not be taken</source>
            <translation>N’a pas pu être reçu</translation>
        </message>
        <message>
            <source>Without a network: by a file</source>
            <translation>Sans réseau : par fichier</translation>
        </message>
        <message>
            <source>Who has what</source>
            <translation>Qui a quoi</translation>
        </message>
        <message>
            <source>Say the numbers on the telephone: whoever reads the same part has the same ones, once all went through.</source>
            <translation>Dis les nombres au téléphone : qui lit la même partie a les mêmes, une fois que tout est passé.</translation>
        </message>
    </context>
    <context>
        <name>SafetyMark</name>
        <message>
            <source>Seen by the other side</source>
            <translation>Vu par l’autre côté</translation>
        </message>
        <message>
            <source>Received in Montreal</source>
            <translation>Reçu à Montréal</translation>
        </message>
        <message>
            <source>On this phone</source>
            <translation>Sur ce téléphone</translation>
        </message>
    </context>
    <context>
        <name>SafetyPicture</name>
        <message>
            <source>Only on this phone</source>
            <translation>Sur ce téléphone seulement</translation>
        </message>
        <message>
            <source>Received in Montreal</source>
            <translation>Reçu à Montréal</translation>
        </message>
        <message>
            <source>Seen by the other side</source>
            <translation>Vu par l’autre côté</translation>
        </message>
    </context>
    <context>
        <name>SafetyPill</name>
        <message>
            <source>Sending…</source>
            <translation>Envoi…</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>things not yet received</comment>
            <translation>
                <numerusform>%n en attente</numerusform>
                <numerusform>%n en attente</numerusform>
            </translation>
        </message>
        <message>
            <source>All safe</source>
            <translation>Tout est sûr</translation>
        </message>
        <message>
            <source>What is safe: %1</source>
            <translation>Ce qui est en sûreté : %1</translation>
        </message>
    </context>
    <context>
        <name>Sample</name>
        <message>
            <source>Sample cohort (fictional)</source>
            <translation>Cohorte d’exemple (fictive)</translation>
        </message>
        <message>
            <source>Irène Fictive</source>
            <translation>Irène Fictive</translation>
        </message>
        <message>
            <source>Claire Exemple</source>
            <translation>Claire Exemple</translation>
        </message>
        <message>
            <source>Rosa Ejemplo</source>
            <translation>Rosa Ejemplo</translation>
        </message>
        <message>
            <source>Julia Muestra</source>
            <translation>Julia Muestra</translation>
        </message>
        <message>
            <source>Santa Cruz</source>
            <translation>Santa Cruz</translation>
        </message>
        <message>
            <source>Quebec</source>
            <translation>Québec</translation>
        </message>
        <message>
            <source>Rosa's Bakery</source>
            <translation>Boulangerie de Rosa</translation>
        </message>
        <message>
            <source>Julia's Baskets</source>
            <translation>Paniers de Julia</translation>
        </message>
        <message>
            <source>Bread of the neighbourhood, warm at seven.</source>
            <translation>Le pain du quartier, chaud à sept heures.</translation>
        </message>
        <message>
            <source>Know who buys my bread</source>
            <translation>Savoir qui achète mon pain</translation>
        </message>
        <message>
            <source>I bake for everybody, and some days half of it stays.</source>
            <translation>Je cuis pour tout le monde, et certains jours la moitié me reste.</translation>
        </message>
        <message>
            <source>clients</source>
            <translation>clientes</translation>
        </message>
        <message>
            <source>A second oven</source>
            <translation>Un deuxième four</translation>
        </message>
        <message>
            <source>Ask ten clients why they come</source>
            <translation>Demander à dix clientes pourquoi elles viennent</translation>
        </message>
        <message>
            <source>Write down what is left over each evening</source>
            <translation>Noter chaque soir ce qui reste</translation>
        </message>
        <message>
            <source>Try a smaller loaf for one week</source>
            <translation>Essayer un pain plus petit pendant une semaine</translation>
        </message>
        <message>
            <source>Weigh the flour for each batch</source>
            <translation>Peser la farine de chaque fournée</translation>
        </message>
        <message>
            <source>Compare the price of two mills</source>
            <translation>Comparer le prix de deux moulins</translation>
        </message>
        <message>
            <source>Open a savings account for the oven</source>
            <translation>Ouvrir un compte d’épargne pour le four</translation>
        </message>
        <message>
            <source>We counted the loaves together. She knows her clients better than she thinks.</source>
            <translation>Nous avons compté les pains ensemble. Elle connaît ses clientes mieux qu’elle ne le pense.</translation>
        </message>
        <message>
            <source>I liked that she asked first and advised later.</source>
            <translation>J’ai aimé qu’elle demande d’abord et conseille ensuite.</translation>
        </message>
        <message>
            <source>How I count a batch without a scale.</source>
            <translation>Comment je compte une fournée sans balance.</translation>
        </message>
        <message>
            <source>That the first client of the day decides what the next ones see.</source>
            <translation>Que la première cliente du jour décide de ce que voient les suivantes.</translation>
        </message>
        <message>
            <source>Does anybody know where to buy paper bags in small numbers?</source>
            <translation>Quelqu’un sait où acheter des sacs de papier en petite quantité?</translation>
        </message>
        <message>
            <source>I have a spare scale. Who needs it?</source>
            <translation>J’ai une balance de trop. Qui en a besoin?</translation>
        </message>
        <message>
            <source>Once a week we talk, and each of us first says what went well.</source>
            <translation>Une fois par semaine on se parle, et chacune dit d’abord ce qui a bien marché.</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confiance</translation>
        </message>
        <message>
            <source>How confident are you in running your business?</source>
            <translation>Quelle confiance as-tu pour diriger ton entreprise?</translation>
        </message>
        <message>
            <source>New clients</source>
            <translation>Nouvelles clientes</translation>
        </message>
        <message>
            <source>How many new clients since last time?</source>
            <translation>Combien de nouvelles clientes depuis la dernière fois?</translation>
        </message>
        <message>
            <source>Who decides</source>
            <translation>Qui décide</translation>
        </message>
        <message>
            <source>Who decides about the business's money?</source>
            <translation>Qui décide de l’argent de l’entreprise?</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>The hub could not take this. Show it to your coordinator.</source>
            <translation>La centrale n’a pas pu prendre ceci. Montre-le à ta coordonnatrice.</translation>
        </message>
        <message>
            <source>This is not on this phone any more.</source>
            <translation>Ceci n’est plus sur ce téléphone.</translation>
        </message>
        <message>
            <source>Something is missing or cannot be right. Look at it once more.</source>
            <translation>Il manque quelque chose, ou quelque chose ne va pas. Regarde encore une fois.</translation>
        </message>
        <message>
            <source>This is somebody else's to change. You can propose it to her.</source>
            <translation>C’est à une autre de changer ceci. Tu peux le lui proposer.</translation>
        </message>
        <message>
            <source>You have not joined a programme yet. Ask your coordinator for an invitation.</source>
            <translation>Tu n’as pas encore rejoint de programme. Demande une invitation à ta coordonnatrice.</translation>
        </message>
        <message>
            <source>This phone has joined already.</source>
            <translation>Ce téléphone a déjà rejoint un programme.</translation>
        </message>
        <message>
            <source>This code opens nothing. Check each character with whoever gave it to you.</source>
            <translation>Ce code n’ouvre rien. Vérifie chaque caractère avec la personne qui te l’a donné.</translation>
        </message>
        <message>
            <source>This code was used or is too old. Ask your coordinator for a new one.</source>
            <translation>Ce code a déjà servi ou il est trop vieux. Demandes-en un nouveau à ta coordonnatrice.</translation>
        </message>
        <message>
            <source>Too many tries. Wait ten minutes, then try again.</source>
            <translation>Trop d’essais. Attends dix minutes, puis réessaie.</translation>
        </message>
        <message>
            <source>No connection right now. All you write is kept here and goes by itself later.</source>
            <translation>Pas de connexion en ce moment. Tout ce que tu écris reste ici et partira tout seul plus tard.</translation>
        </message>
        <message>
            <source>Something answers there, but it is not Ayni. Is this a Wi-Fi with a login page? Open it first, or use mobile data.</source>
            <translation>Quelque chose répond, mais ce n’est pas Ayni. Est-ce un wifi avec une page de connexion? Ouvre-la d’abord, ou utilise les données mobiles.</translation>
        </message>
        <message>
            <source>The hub has a problem of its own. Nothing is lost; it is tried again later.</source>
            <translation>La centrale a un souci. Rien n’est perdu; on réessaiera plus tard.</translation>
        </message>
        <message>
            <source>The hub does not know this phone any more. Ask your coordinator for a new invitation; all you wrote is still here.</source>
            <translation>La centrale ne connaît plus ce téléphone. Demande une nouvelle invitation à ta coordonnatrice; tout ce que tu as écrit est encore ici.</translation>
        </message>
        <message>
            <source>This link or code is not complete. Copy it once more, from the start to the end.</source>
            <translation>Ce lien ou ce code n’est pas complet. Copie-le encore, du début à la fin.</translation>
        </message>
        <message>
            <source>What came is not signed by whom it names, so it was not taken.</source>
            <translation>Ce qui est arrivé ne porte pas la signature de celle que ça nomme; ce n’a pas été pris.</translation>
        </message>
        <message>
            <source>This is too large. Make it shorter, or split it in two.</source>
            <translation>C’est trop grand. Raccourcis-le ou fais-en deux.</translation>
        </message>
        <message>
            <source>A newer Ayni wrote this. Update the app to open it; nothing was changed.</source>
            <translation>Un Ayni plus récent a écrit ceci. Mets l’application à jour pour l’ouvrir; rien n’a changé.</translation>
        </message>
        <message>
            <source>The phone is full. Free some space, then try again.</source>
            <translation>Le téléphone est plein. Libère un peu d’espace, puis réessaie.</translation>
        </message>
        <message>
            <source>The notebook's file on this phone is damaged. It was left as it is, and what was sent is safe with the hub.</source>
            <translation>Le fichier du carnet sur ce téléphone est abîmé. On l’a laissé tel quel, et ce qui a été envoyé est en sûreté à la centrale.</translation>
        </message>
        <message>
            <source>Ayni is open already with this notebook. Close the other window, then try again.</source>
            <translation>Ayni est déjà ouvert avec ce carnet. Ferme l’autre fenêtre, puis réessaie.</translation>
        </message>
        <message>
            <source>The phone could not read or write the notebook. Close Ayni and open it again.</source>
            <translation>Le téléphone n’a pas pu lire ou écrire le carnet. Ferme Ayni et rouvre-le.</translation>
        </message>
        <message>
            <source>The last step may not be saved. Close Ayni, open it again and look.</source>
            <translation>La dernière étape n’est peut-être pas enregistrée. Ferme Ayni, rouvre-le et regarde.</translation>
        </message>
        <message>
            <source>You are not part of this plan any more.</source>
            <translation>Tu ne fais plus partie de ce plan.</translation>
        </message>
        <message>
            <source>Only she who wrote it can change this.</source>
            <translation>Seule celle qui l’a écrit peut le changer.</translation>
        </message>
        <message>
            <source>You can propose here; she who owns the plan decides.</source>
            <translation>Ici tu peux proposer; celle à qui est le plan décide.</translation>
        </message>
        <message>
            <source>This does not belong in that place.</source>
            <translation>Ceci n’a pas sa place ici.</translation>
        </message>
        <message>
            <source>Only the hub writes this.</source>
            <translation>Seule la centrale écrit ceci.</translation>
        </message>
        <message>
            <source>It names somebody else as its author.</source>
            <translation>Ceci nomme une autre comme autrice.</translation>
        </message>
        <message>
            <source>This pair is closed: it can be read, not changed.</source>
            <translation>Ce duo est terminé : on peut le lire, pas le changer.</translation>
        </message>
        <message>
            <source>This notebook is locked with another key than this phone has for it. It was left as it is. Show it to your coordinator.</source>
            <translation>Ce carnet est fermé avec une autre clé que celle de ce téléphone. Il est resté tel quel. Montre-le à ta coordonnatrice.</translation>
        </message>
        <message>
            <source>The key to this notebook is not on this phone any more. Nothing was deleted: it opens when the key is back. Your coordinator can invite you again meanwhile.</source>
            <translation>La clé de ce carnet n’est plus sur ce téléphone. Rien n’a été effacé : il s’ouvrira quand la clé reviendra. D’ici là, ta coordonnatrice peut t’inviter de nouveau.</translation>
        </message>
        <message>
            <source>The phone does not give out its keys just now. Unlock it, then try again.</source>
            <translation>Le téléphone ne donne pas ses clés en ce moment. Déverrouille-le, puis réessaie.</translation>
        </message>
        <message>
            <source>Enter your PIN to open your notebook.</source>
            <translation>Tape ton code PIN pour ouvrir ton carnet.</translation>
        </message>
        <message>
            <source>That is not your PIN. Try again; nothing is ever deleted.</source>
            <translation>Ce n’est pas ton code PIN. Réessaie ; rien n’est jamais effacé.</translation>
        </message>
        <message>
            <source>Several wrong PINs: wait a little. Nothing is ever deleted.</source>
            <translation>Plusieurs codes PIN erronés : attends un peu. Rien n’est jamais effacé.</translation>
        </message>
    </context>
    <context>
        <name>SessionPage</name>
        <message>
            <source>This meeting is not on this phone any more.</source>
            <translation>Cette rencontre n’est plus sur ce téléphone.</translation>
        </message>
        <message>
            <source>We met</source>
            <translation>On s’est vues</translation>
        </message>
        <message>
            <source>It did not happen</source>
            <translation>Elle n’a pas eu lieu</translation>
        </message>
        <message>
            <source>Given and learned</source>
            <translation>Donné et appris</translation>
        </message>
        <message>
            <source>Notes of the two of you</source>
            <translation>Vos notes à toutes les deux</translation>
        </message>
        <message>
            <source>Add a note</source>
            <translation>Ajouter une note</translation>
        </message>
        <message>
            <source>Only the two of you read it</source>
            <translation>Pour vous deux seulement</translation>
        </message>
        <message>
            <source>Keep the note</source>
            <translation>Garder la note</translation>
        </message>
    </context>
    <context>
        <name>SessionRow</name>
        <message>
            <source>Both wrote it down</source>
            <translation>Noté par les deux</translation>
        </message>
    </context>
    <context>
        <name>SessionsPage</name>
        <message>
            <source>Meetings</source>
            <translation>Rencontres</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Rencontres</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Chercher</translation>
        </message>
        <message>
            <source>Search people, topics, places</source>
            <translation>Personnes, sujets, lieux</translation>
        </message>
        <message>
            <source>Nothing found. Try fewer letters.</source>
            <translation>Rien trouvé. Essaie avec moins de lettres.</translation>
        </message>
        <message>
            <source>No meeting yet. When you have met, write it down in a few taps.</source>
            <translation>Pas encore de rencontre. Quand vous vous serez vues, note-la en quelques touches.</translation>
        </message>
        <message>
            <source>We met: write it down</source>
            <translation>Noter une rencontre</translation>
        </message>
        <message>
            <source>Pick a meeting to read it here.</source>
            <translation>Choisis une rencontre pour la lire ici.</translation>
        </message>
        <message>
            <source>All businesses</source>
            <translation>Toutes les entreprises</translation>
        </message>
        <message>
            <source>Whose meetings?</source>
            <translation>Les rencontres de qui?</translation>
        </message>
        <message>
            <source>What we agreed</source>
            <translation>Nos ententes</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Langue</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Clair ou sombre</translation>
        </message>
        <message>
            <source>Like the phone</source>
            <translation>Comme le téléphone</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Clair</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Sombre</translation>
        </message>
        <message>
            <source>Size of the letters</source>
            <translation>Taille des lettres</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normale</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>Grande</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Plus grande</translation>
        </message>
        <message>
            <source>Largest</source>
            <translation>Très grande</translation>
        </message>
        <message>
            <source>This notebook</source>
            <translation>Ce carnet</translation>
        </message>
        <message>
            <source>Everything is on this phone only. Join a circle to keep a second copy.</source>
            <translation>Tout est sur ce téléphone seulement. Rejoins un cercle pour avoir une deuxième copie.</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>J’ai une invitation</translation>
        </message>
        <message>
            <source>Leave the sample</source>
            <translation>Quitter l’exemple</translation>
        </message>
        <message>
            <source>What is safe</source>
            <translation>Ce qui est en sûreté</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>Code PIN</translation>
        </message>
        <message>
            <source>Your notebook opens with your PIN.</source>
            <translation>Ton carnet s’ouvre avec ton code PIN.</translation>
        </message>
        <message>
            <source>Whoever holds this phone unlocked can open your notebook. With a PIN only you can.</source>
            <translation>Qui tient ce téléphone déverrouillé peut ouvrir ton carnet. Avec un code PIN, toi seule.</translation>
        </message>
        <message>
            <source>Change the PIN</source>
            <translation>Changer le code PIN</translation>
        </message>
        <message>
            <source>Set a PIN</source>
            <translation>Mettre un code PIN</translation>
        </message>
        <message>
            <source>Remove the PIN</source>
            <translation>Enlever le code PIN</translation>
        </message>
        <message>
            <source>What lies on this phone is encrypted.</source>
            <translation>Ce qui est sur ce téléphone est chiffré.</translation>
        </message>
        <message>
            <source>What lies on this phone is not encrypted.</source>
            <translation>Ce qui est sur ce téléphone n’est pas chiffré.</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Settings</source>
            <translation>Réglages</translation>
        </message>
        <message>
            <source>We met: write it down</source>
            <translation>Noter une rencontre</translation>
        </message>
        <message>
            <source>The pairs</source>
            <translation>Les duos</translation>
        </message>
        <message>
            <source>Your businesses</source>
            <translation>Tes entreprises</translation>
        </message>
        <message>
            <source>For now</source>
            <translation>Pour l’instant</translation>
        </message>
        <message>
            <source>Nothing presses today. Rest, or look at your plan.</source>
            <translation>Rien ne presse aujourd’hui. Repose-toi, ou regarde ton plan.</translation>
        </message>
        <message>
            <source>Look at the plan</source>
            <translation>Voir le plan</translation>
        </message>
    </context>
    <context>
        <name>TodayRow</name>
        <message>
            <source>Open the meeting: %1</source>
            <translation>Ouvrir la rencontre : %1</translation>
        </message>
        <message>
            <source>See both versions: %1</source>
            <translation>Voir les deux versions : %1</translation>
        </message>
        <message>
            <source>See what came back: %1</source>
            <translation>Voir ce qui est revenu : %1</translation>
        </message>
        <message>
            <source>See it on the plan: %1</source>
            <translation>Le voir dans le plan : %1</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>Fait : %1</translation>
        </message>
        <message>
            <source>Take it into my plan</source>
            <translation>L’ajouter à mon plan</translation>
        </message>
        <message>
            <source>Move it a week</source>
            <translation>Déplacer d’une semaine</translation>
        </message>
        <message>
            <source>Read and sign it: %1</source>
            <translation>Le lire et le signer : %1</translation>
        </message>
        <message>
            <source>Answer the questions: %1</source>
            <translation>Répondre aux questions : %1</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>Your PIN</source>
            <translation>Ton code PIN</translation>
        </message>
        <message>
            <source>It opens your notebook.</source>
            <translation>Il ouvre ton carnet.</translation>
        </message>
    </context>
    <context>
        <name>UsPage</name>
        <message>
            <source>Us</source>
            <translation>Nous</translation>
        </message>
        <message>
            <source>Here your circle will be: your mentor, the other women, what you ask and offer each other. Join when you have an invitation.</source>
            <translation>Ici sera ton cercle : ta mentore, les autres femmes, ce que vous vous demandez et vous offrez. Rejoins-le quand tu auras une invitation.</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>J’ai une invitation</translation>
        </message>
        <message>
            <source>The circle</source>
            <translation>Le cercle</translation>
        </message>
        <message>
            <source>Nobody has written here yet. A small joy is a good beginning.</source>
            <translation>Personne n’a encore écrit ici. Une petite joie est un bon début.</translation>
        </message>
        <message>
            <source>Who walks with whom</source>
            <translation>Qui marche avec qui</translation>
        </message>
        <message>
            <source>Who we are</source>
            <translation>Qui nous sommes</translation>
        </message>
    </context>
    <context>
        <name>VersionsPage</name>
        <message>
            <source>Two versions</source>
            <translation>Deux versions</translation>
        </message>
        <message>
            <source>Two of you wrote here without seeing each other. Nothing is lost: choose what stays.</source>
            <translation>Deux d’entre vous ont écrit ici sans se voir. Rien n’est perdu : choisis ce qui reste.</translation>
        </message>
        <message>
            <source>All settled. Nothing waits for you here.</source>
            <translation>Tout est réglé. Rien ne t’attend ici.</translation>
        </message>
    </context>
    <context>
        <name>Vocabulary</name>
        <message>
            <source>Proposed</source>
            <translation>Proposé</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>À faire</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>En cours</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Fait</translation>
        </message>
        <message>
            <source>Achieved</source>
            <translation>Atteint</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>En pause</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Laissé</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Prévue</translation>
        </message>
        <message>
            <source>Took place</source>
            <translation>A eu lieu</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulée</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Accepté</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Actif</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>En personne</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Vidéo</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Appel</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Messages</translation>
        </message>
        <message>
            <source>Workshop</source>
            <translation>Atelier</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Visite</translation>
        </message>
        <message>
            <source>Target client</source>
            <translation>Clientèle cible</translation>
        </message>
        <message>
            <source>Marketing</source>
            <translation>Se faire connaître</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>Prix</translation>
        </message>
        <message>
            <source>Cash book</source>
            <translation>Livre de caisse</translation>
        </message>
        <message>
            <source>Finance</source>
            <translation>Finances</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Qualité</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Produit</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>Production</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>Fournisseurs</translation>
        </message>
        <message>
            <source>Digital</source>
            <translation>Numérique</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Équipe</translation>
        </message>
        <message>
            <source>Papers and law</source>
            <translation>Papiers et lois</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportation</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Réseau</translation>
        </message>
        <message>
            <source>Leadership</source>
            <translation>Leadership</translation>
        </message>
        <message>
            <source>Work and life</source>
            <translation>Travail et vie</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Autre chose</translation>
        </message>
        <message>
            <source>Entrepreneur</source>
            <translation>Entrepreneure</translation>
        </message>
        <message>
            <source>Mentor</source>
            <translation>Mentore</translation>
        </message>
        <message>
            <source>Coordinator</source>
            <translation>Coordonnatrice</translation>
        </message>
        <message>
            <source>Small step</source>
            <translation>Petit pas</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Moyen</translation>
        </message>
        <message>
            <source>Big</source>
            <translation>Grand</translation>
        </message>
        <message>
            <source>I am looking for</source>
            <translation>Je cherche</translation>
        </message>
        <message>
            <source>I offer</source>
            <translation>J’offre</translation>
        </message>
        <message>
            <source>Good news</source>
            <translation>Bonne nouvelle</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Question</translation>
        </message>
        <message>
            <source>Gave</source>
            <translation>A donné</translation>
        </message>
        <message>
            <source>Learned</source>
            <translation>A appris</translation>
        </message>
        <message>
            <source>Online meetings</source>
            <translation>Rencontres en ligne</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Séjour</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Suivi</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>Clôture</translation>
        </message>
        <message>
            <source>Looking back</source>
            <translation>Regard en arrière</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>espagnol</translation>
        </message>
        <message>
            <source>French</source>
            <translation>français</translation>
        </message>
        <message>
            <source>English</source>
            <translation>anglais</translation>
        </message>
        <message>
            <source>Quechua</source>
            <translation>quechua</translation>
        </message>
        <message>
            <source>Aymara</source>
            <translation>aymara</translation>
        </message>
        <message>
            <source>Guarani</source>
            <translation>guarani</translation>
        </message>
        <message>
            <source>Guarayu</source>
            <translation>guarayu</translation>
        </message>
        <message>
            <source>Chiquitano</source>
            <translation>chiquitano</translation>
        </message>
        <message>
            <source>Wolof</source>
            <translation>wolof</translation>
        </message>
        <message>
            <source>Pulaar</source>
            <translation>pulaar</translation>
        </message>
        <message>
            <source>Serer</source>
            <translation>sérère</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>portugais</translation>
        </message>
        <message>
            <source>Jola</source>
            <translation>diola</translation>
        </message>
        <message>
            <source>Soninke</source>
            <translation>soninké</translation>
        </message>
        <message>
            <source>Mandinka</source>
            <translation>mandingue</translation>
        </message>
        <message>
            <source>Bambara</source>
            <translation>bambara</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>arabe</translation>
        </message>
        <message>
            <source>fluent</source>
            <translation>couramment</translation>
        </message>
        <message>
            <source>comfortable</source>
            <translation>à l’aise</translation>
        </message>
        <message>
            <source>gets by</source>
            <translation>se débrouille</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Titre</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nom</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Pourquoi</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texte</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Note</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>État</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Date</translation>
        </message>
        <message>
            <source>Effort</source>
            <translation>Effort</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Qui</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Objectif</translation>
        </message>
        <message>
            <source>Day and time</source>
            <translation>Jour et heure</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>Durée</translation>
        </message>
        <message>
            <source>How we met</source>
            <translation>Comment on s’est vues</translation>
        </message>
        <message>
            <source>Next meeting</source>
            <translation>Prochaine rencontre</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lieu</translation>
        </message>
        <message>
            <source>How it is measured</source>
            <translation>Comment on mesure</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Cible</translation>
        </message>
        <message>
            <source>At the start</source>
            <translation>Au départ</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unité</translation>
        </message>
        <message>
            <source>What is in the way</source>
            <translation>Ce qui bloque</translation>
        </message>
        <message>
            <source>Mission</source>
            <translation>Mission</translation>
        </message>
        <message>
            <source>About</source>
            <translation>À propos</translation>
        </message>
        <message>
            <source>How it felt</source>
            <translation>Ressenti</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>Sujet</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Raison</translation>
        </message>
        <message>
            <source>Removed, and changed</source>
            <translation>Retiré et changé</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Action</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Rencontre</translation>
        </message>
        <message>
            <source>Gave and learned</source>
            <translation>Donné et appris</translation>
        </message>
        <message>
            <source>Insight</source>
            <translation>Déclic</translation>
        </message>
        <message>
            <source>Word to the circle</source>
            <translation>Mot au cercle</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Progrès</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Personne</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>Entreprise</translation>
        </message>
        <message>
            <source>Pair</source>
            <translation>Duo</translation>
        </message>
        <message>
            <source>Story</source>
            <translation>Histoire</translation>
        </message>
        <message>
            <source>Hard</source>
            <translation>Difficile</translation>
        </message>
        <message>
            <source>So-so</source>
            <translation>Moyen</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>Correct</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Bien</translation>
        </message>
        <message>
            <source>Great</source>
            <translation>Très bien</translation>
        </message>
        <message>
            <source>On this phone</source>
            <translation>Sur ce téléphone</translation>
        </message>
        <message>
            <source>Received in Montreal</source>
            <translation>Reçu à Montréal</translation>
        </message>
        <message>
            <source>Reached the other side</source>
            <translation>Arrivé de l’autre côté</translation>
        </message>
        <message>
            <source>Short term</source>
            <translation>Court terme</translation>
        </message>
        <message>
            <source>Medium term</source>
            <translation>Moyen terme</translation>
        </message>
        <message>
            <source>Long term</source>
            <translation>Long terme</translation>
        </message>
        <message>
            <source>Every week</source>
            <translation>Chaque semaine</translation>
        </message>
        <message>
            <source>Every two weeks</source>
            <translation>Toutes les deux semaines</translation>
        </message>
        <message>
            <source>Every month</source>
            <translation>Chaque mois</translation>
        </message>
        <message>
            <source>Half way</source>
            <translation>À mi-chemin</translation>
        </message>
        <message>
            <source>At the end</source>
            <translation>À la fin</translation>
        </message>
        <message>
            <source>Three months later</source>
            <translation>Trois mois après</translation>
        </message>
        <message>
            <source>Six months later</source>
            <translation>Six mois après</translation>
        </message>
        <message>
            <source>A year later</source>
            <translation>Un an après</translation>
        </message>
        <message>
            <source>I do</source>
            <translation>Moi</translation>
        </message>
        <message>
            <source>We do together</source>
            <translation>Ensemble</translation>
        </message>
        <message>
            <source>Somebody else does</source>
            <translation>Quelqu’un d’autre</translation>
        </message>
        <message>
            <source>Yes, it is open</source>
            <translation>Oui, elle est ouverte</translation>
        </message>
        <message>
            <source>It rests for now</source>
            <translation>Elle est en pause</translation>
        </message>
        <message>
            <source>No, it is closed</source>
            <translation>Non, elle est fermée</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Today for you, tomorrow for me.</source>
            <translation>Aujourd’hui pour toi, demain pour moi.</translation>
        </message>
        <message>
            <source>Your plan, your meetings and your circle in one notebook. It works without a network and keeps everything you write.</source>
            <translation>Ton plan, tes rencontres et ton cercle dans un seul carnet. Il marche sans réseau et garde tout ce que tu écris.</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>J’ai une invitation</translation>
        </message>
        <message>
            <source>Begin alone, join later</source>
            <translation>Commencer seule</translation>
        </message>
        <message>
            <source>Just look around</source>
            <translation>Juste regarder</translation>
        </message>
        <message>
            <source>As an entrepreneur</source>
            <translation>Comme entrepreneure</translation>
        </message>
        <message>
            <source>As a mentor</source>
            <translation>Comme mentore</translation>
        </message>
        <message>
            <source>As the coordinator</source>
            <translation>Comme coordonnatrice</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>today</source>
            <translation>aujourd’hui</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>demain</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>hier</translation>
        </message>
        <message>
            <source>ddd d MMM</source>
            <extracomment>Weekday, day and month, as in "Tue 24 Nov": Qt's date format.</extracomment>
            <translation>ddd d MMM</translation>
        </message>
        <message>
            <source>ddd d MMM yyyy</source>
            <extracomment>As before, in another year: "Tue 24 Nov 2027".</extracomment>
            <translation>ddd d MMM yyyy</translation>
        </message>
        <message>
            <source>dddd d MMMM</source>
            <extracomment>"Tuesday 24 November": Qt's date format.</extracomment>
            <translation>dddd d MMMM</translation>
        </message>
        <message>
            <source>MMMM yyyy</source>
            <extracomment>"November 2026": Qt's date format. MMMM is the month's name within a date, LLLL doesn't exist.</extracomment>
            <translation>MMMM yyyy</translation>
        </message>
        <message>
            <source>%1 min</source>
            <translation>%1 min</translation>
        </message>
        <message>
            <source>%1 h</source>
            <translation>%1 h</translation>
        </message>
        <message>
            <source>%1 h %2</source>
            <extracomment>1 h 30: hours and minutes.</extracomment>
            <translation>%1 h %2</translation>
        </message>
        <message>
            <source>%1 and %2</source>
            <extracomment>Between the last two of a list of names: "Ana and Eva".</extracomment>
            <translation>%1 et %2</translation>
        </message>
        <message>
            <source>Meeting of the circle</source>
            <translation>Rencontre du cercle</translation>
        </message>
        <message>
            <source>Meeting with %1</source>
            <translation>Rencontre avec %1</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Rencontre</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n octet</numerusform>
                <numerusform>%n octets</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 kB</source>
            <translation>%1 ko</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 Mo</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::AppModel</name>
        <message>
            <source>Welcome! Your plan is on its way.</source>
            <translation>Bienvenue! Ton plan est en route.</translation>
        </message>
        <message>
            <source>Your notebook opens with your PIN now.</source>
            <translation>Ton carnet s’ouvre maintenant avec ton code PIN.</translation>
        </message>
        <message>
            <source>Your notebook opens without a PIN now.</source>
            <translation>Ton carnet s’ouvre maintenant sans code PIN.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::PlanModel</name>
        <message>
            <source>%1 %2, target: %3</source>
            <comment>measured, unit, target</comment>
            <translation>%1 %2, cible : %3</translation>
        </message>
        <message>
            <source>%1 of %2 %3</source>
            <comment>measured, target, unit</comment>
            <translation>%1 sur %2 %3</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n action(s)</source>
            <translation>
                <numerusform>%1 sur %n action</numerusform>
                <numerusform>%1 sur %n actions</numerusform>
            </translation>
        </message>
        <message>
            <source>By the end of the stay, or in 30 days</source>
            <translation>D’ici la fin du séjour, ou dans 30 jours</translation>
        </message>
        <message>
            <source>By the end of the programme</source>
            <translation>D’ici la fin du programme</translation>
        </message>
        <message>
            <source>After it: 6 months to 2 years</source>
            <translation>Après : de 6 mois à 2 ans</translation>
        </message>
        <message>
            <source>Saved on this phone.</source>
            <translation>Enregistré sur ce téléphone.</translation>
        </message>
        <message>
            <source>Proposed: she decides.</source>
            <translation>Proposé : c’est elle qui décide.</translation>
        </message>
        <message>
            <source>Done. Well done!</source>
            <translation>Fait. Bravo!</translation>
        </message>
        <message>
            <source>Open again.</source>
            <translation>Ouvert à nouveau.</translation>
        </message>
        <message>
            <source>It is in your plan now.</source>
            <translation>C’est dans ton plan maintenant.</translation>
        </message>
        <message>
            <source>Let go.</source>
            <translation>Laissé de côté.</translation>
        </message>
        <message>
            <source>Moved.</source>
            <translation>Déplacé.</translation>
        </message>
        <message>
            <source>Moved to: %1</source>
            <translation>Déplacé vers : %1</translation>
        </message>
        <message>
            <source>Removed.</source>
            <translation>Retiré.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::RepairModel</name>
        <message>
            <source>Nothing of the notebook could be read here. Its file was left as it is: keep this phone, and show it to your coordinator.</source>
            <translation>Rien du carnet n’a pu être lu ici. Son fichier est resté tel quel : garde ce téléphone et montre-le à ta coordonnatrice.</translation>
        </message>
        <message>
            <source>Everything could be read. Nothing is missing.</source>
            <translation>Tout a pu être lu. Il ne manque rien.</translation>
        </message>
        <message>
            <source>What could be read is back.</source>
            <translation>Ce qui a pu être lu est de retour.</translation>
        </message>
        <message>
            <source>Some of what you wrote could not be read.</source>
            <translation>Une partie de ce que tu as écrit n’a pas pu être lue.</translation>
        </message>
        <message>
            <source>Some of what others wrote could not be read. It comes again from the hub.</source>
            <translation>Une partie de ce que d’autres ont écrit n’a pas pu être lue. Elle reviendra de la centrale.</translation>
        </message>
        <message>
            <source>Look whether something is missing after the last of yours that was read (%1, %2).</source>
            <extracomment>A day and a time: up to then all that she wrote was found.</extracomment>
            <translation>Regarde s’il manque quelque chose après ton dernier écrit qui a été lu (%1, %2).</translation>
        </message>
        <message>
            <source>The notebook's file does not fit the key of this phone. Perhaps it is damaged. It was left as it is.</source>
            <translation>Le fichier du carnet ne va pas avec la clé de ce téléphone. Il est peut-être abîmé. On l’a laissé tel quel.</translation>
        </message>
        <message>
            <source>This phone has lost its key to the hub. Ask your coordinator for a new invitation and enter it in the settings. What had not been sent is still here and goes then.</source>
            <translation>Ce téléphone a perdu sa clé pour la centrale. Demande une nouvelle invitation à ta coordonnatrice et saisis-la dans les réglages. Ce qui n’était pas envoyé est toujours là et partira alors.</translation>
        </message>
        <message>
            <source>At the next connection the hub gives back what it has of yours. You can write meanwhile.</source>
            <translation>À la prochaine connexion, la centrale rend ce qu’elle a de toi. Tu peux écrire en attendant.</translation>
        </message>
        <message>
            <source>The damaged file stays on this phone, whole.</source>
            <translation>Le fichier abîmé reste entier sur ce téléphone.</translation>
        </message>
        <message>
            <source>The phone could not do that: it cannot read the notebook's file, or not write a new one. The file was left as it is: keep this phone, and show it to your coordinator.</source>
            <translation>Le téléphone n’a pas pu le faire : il ne lit pas le fichier du carnet, ou ne peut pas en écrire un nouveau. Le fichier est resté tel quel : garde ce téléphone et montre-le à ta coordonnatrice.</translation>
        </message>
        <message>
            <source>The phone cannot read the notebook's file just now. Try again first. If it stays so, a part of the phone's memory may be damaged.</source>
            <translation>Le téléphone n’arrive pas à lire le fichier du carnet en ce moment. Réessaie d’abord. Si cela continue, une partie de la mémoire du téléphone est peut-être abîmée.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SafetyModel</name>
        <message>
            <source>Something you wrote</source>
            <translation>Quelque chose que tu as écrit</translation>
        </message>
        <message>
            <source>Nothing is waiting</source>
            <translation>Rien n’attend</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting, %1</source>
            <comment>things, bytes</comment>
            <translation>
                <numerusform>%n en attente, %1</numerusform>
                <numerusform>%n en attente, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>All you write is saved on this phone. Once you join, it is kept in Montreal too.</source>
            <translation>Tout ce que tu écris est gardé sur ce téléphone. Quand tu rejoindras un cercle, ce sera aussi gardé à Montréal.</translation>
        </message>
        <message>
            <source>All you wrote is safe: on this phone and in Montreal.</source>
            <translation>Tout ce que tu as écrit est en sûreté : sur ce téléphone et à Montréal.</translation>
        </message>
        <message>
            <source>All you wrote is saved on this phone. What is new goes to Montreal by itself.</source>
            <translation>Tout ce que tu as écrit est gardé sur ce téléphone. Ce qui est nouveau part tout seul à Montréal.</translation>
        </message>
        <message>
            <source>No exchange yet</source>
            <translation>Pas encore d’échange</translation>
        </message>
        <message>
            <source>Last exchange: %1, %2</source>
            <comment>day, time</comment>
            <translation>Dernier échange : %1, %2</translation>
        </message>
        <message>
            <source>%1 this month</source>
            <translation>%1 ce mois-ci</translation>
        </message>
        <message>
            <source>Looking for the hub…</source>
            <translation>On cherche la centrale…</translation>
        </message>
        <message>
            <source>%1 sent, %2 received</source>
            <comment>changes</comment>
            <translation>%1 envoyés, %2 reçus</translation>
        </message>
        <message>
            <source>This phone: %1</source>
            <translation>Ce téléphone : %1</translation>
        </message>
        <message>
            <source>Hub: %1</source>
            <translation>Centrale : %1</translation>
        </message>
        <message>
            <source>Not joined yet</source>
            <translation>Pas encore de cercle</translation>
        </message>
        <message>
            <source>%1, between the two of you</source>
            <extracomment>What only the two of a pair read, over this business.</extracomment>
            <translation>%1, entre vous deux</translation>
        </message>
        <message>
            <source>The circle</source>
            <translation>Le cercle</translation>
        </message>
        <message>
            <source>Yours alone</source>
            <translation>À toi seule</translation>
        </message>
        <message>
            <source>%1 here, %2 in Montreal</source>
            <extracomment>How many things there are on this phone, and how many of them in Montreal: said on the telephone.</extracomment>
            <translation>%1 ici, %2 à Montréal</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SessionDraftModel</name>
        <message>
            <source>I</source>
            <translation>Moi</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Aujourd’hui</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Hier</translation>
        </message>
        <message>
            <source>Another day</source>
            <translation>Un autre jour</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>Pas encore</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>Dans une semaine</translation>
        </message>
        <message>
            <source>In two weeks</source>
            <translation>Dans deux semaines</translation>
        </message>
        <message>
            <source>Saved on this phone. It goes to the hub by itself.</source>
            <translation>Enregistré sur ce téléphone. Ça part tout seul à la centrale.</translation>
        </message>
        <message>
            <source>Saved on this phone.</source>
            <translation>Enregistré sur ce téléphone.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SessionModel</name>
        <message>
            <source>%1 gave %2</source>
            <comment>two names</comment>
            <translation>%1 a donné à %2</translation>
        </message>
        <message>
            <source>%1 learned from %2</source>
            <comment>two names</comment>
            <translation>%1 a appris de %2</translation>
        </message>
        <message>
            <source>%1 there, %2 here</source>
            <comment>two times of day</comment>
            <translation>%1 là-bas, %2 ici</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, time of the next meeting</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Both of you logged this meeting: here is all of it.</source>
            <translation>Vous avez toutes les deux noté cette rencontre : tout est ici.</translation>
        </message>
        <message>
            <source>Saved on this phone. Only the two of you read it.</source>
            <translation>Enregistré sur ce téléphone. Vous deux seulement le lisez.</translation>
        </message>
        <message>
            <source>Noted: it took place.</source>
            <translation>C’est noté : elle a eu lieu.</translation>
        </message>
        <message>
            <source>Cancelled. You can plan another one.</source>
            <translation>Annulée. Vous pouvez en prévoir une autre.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SessionsModel</name>
        <message>
            <source>All</source>
            <translation>Tout</translation>
        </message>
        <message numerus="yes">
            <source>%n this month, %1</source>
            <comment>meetings</comment>
            <translation>
                <numerusform>%n ce mois-ci, %1</numerusform>
                <numerusform>%n ce mois-ci, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ayni::models::TodayModel</name>
        <message>
            <source>Good morning, %1</source>
            <translation>Bonjour, %1</translation>
        </message>
        <message>
            <source>Good afternoon, %1</source>
            <translation>Bon après-midi, %1</translation>
        </message>
        <message>
            <source>Good evening, %1</source>
            <translation>Bonsoir, %1</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Bienvenue</translation>
        </message>
        <message>
            <source>Your plan is still white. What is one thing you would like to see change this month?</source>
            <translation>Ton plan est encore blanc. Qu’aimerais-tu voir changer ce mois-ci?</translation>
        </message>
        <message>
            <source>Something was written twice. Both are kept: choose when you have a moment.</source>
            <translation>Quelque chose a été écrit deux fois. Les deux sont gardées : choisis quand tu auras un moment.</translation>
        </message>
        <message numerus="yes">
            <source>%n idea(s) wait for your word.</source>
            <translation>
                <numerusform>%n idée attend ta réponse.</numerusform>
                <numerusform>%n idées attendent ta réponse.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) done in seven days. Well done!</source>
            <translation>
                <numerusform>%n chose faite en sept jours. Bravo!</numerusform>
                <numerusform>%n choses faites en sept jours. Bravo!</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is waiting for you today.</source>
            <translation>Rien ne t’attend aujourd’hui.</translation>
        </message>
        <message>
            <source>One thing at a time.</source>
            <translation>Une chose à la fois.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Did it take place?</source>
            <translation>A-t-elle eu lieu?</translation>
        </message>
        <message>
            <source>Two versions: which one do you keep?</source>
            <translation>Deux versions : laquelle gardes-tu?</translation>
        </message>
        <message>
            <source>It was removed, and somebody went on writing. It is back.</source>
            <translation>On l’a retiré, mais quelqu’une a continué d’écrire. C’est revenu.</translation>
        </message>
        <message>
            <source>An idea for your plan</source>
            <translation>Une idée pour ton plan</translation>
        </message>
        <message>
            <source>An idea of %1</source>
            <translation>Une idée de %1</translation>
        </message>
        <message>
            <source>You promised this</source>
            <translation>Tu l’as promis</translation>
        </message>
        <message>
            <source>Still there. Move it?</source>
            <translation>Toujours là. On déplace?</translation>
        </message>
        <message>
            <source>Voice note</source>
            <translation>Note vocale</translation>
        </message>
        <message>
            <source>Met %1</source>
            <translation>Vues %1</translation>
        </message>
        <message>
            <source>Not met yet</source>
            <translation>Pas encore rencontrées</translation>
        </message>
        <message>
            <source>%1, with %2</source>
            <translation>%1, avec %2</translation>
        </message>
        <message>
            <source>Noted: it took place.</source>
            <translation>C’est noté : elle a eu lieu.</translation>
        </message>
        <message>
            <source>It stays.</source>
            <translation>Ça reste.</translation>
        </message>
        <message>
            <source>Done. Well done!</source>
            <translation>Fait. Bravo!</translation>
        </message>
        <message>
            <source>It is in your plan now.</source>
            <translation>C’est dans ton plan maintenant.</translation>
        </message>
        <message>
            <source>Moved by a week.</source>
            <translation>Déplacé d’une semaine.</translation>
        </message>
        <message>
            <source>It asks for your signature</source>
            <translation>On demande ta signature</translation>
        </message>
        <message>
            <source>%1 asks for your signature</source>
            <translation>%1 demande ta signature</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s), as before</source>
            <translation>
                <numerusform>%n question, comme avant</numerusform>
                <numerusform>%n questions, comme avant</numerusform>
            </translation>
        </message>
        <message>
            <source>You choose which questions fit</source>
            <translation>Tu choisis les questions qui te vont</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::UsModel</name>
        <message>
            <source>Met %1</source>
            <translation>Vues %1</translation>
        </message>
        <message>
            <source>Not met yet</source>
            <translation>Pas encore rencontrées</translation>
        </message>
        <message>
            <source>Me too</source>
            <translation>Moi aussi</translation>
        </message>
        <message>
            <source>Me too (%1)</source>
            <translation>Moi aussi (%1)</translation>
        </message>
        <message>
            <source>%1: from %2</source>
            <comment>phase, date</comment>
            <translation>%1 : à partir du %2</translation>
        </message>
        <message>
            <source>%1: week %2 of %3</source>
            <translation>%1 : semaine %2 de %3</translation>
        </message>
        <message>
            <source>Said. The circle hears it after the next exchange.</source>
            <translation>C’est dit. Le cercle l’entendra au prochain échange.</translation>
        </message>
        <message>
            <source>Saved on this phone.</source>
            <translation>Enregistré sur ce téléphone.</translation>
        </message>
        <message>
            <source>Removed.</source>
            <translation>Retiré.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::VersionsModel</name>
        <message>
            <source>Somebody</source>
            <translation>Quelqu’une</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(vide)</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Retiré</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Gardé</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Oui</translation>
        </message>
        <message>
            <source>No</source>
            <translation>Non</translation>
        </message>
        <message>
            <source>Settled, for everybody.</source>
            <translation>C’est réglé, pour toutes.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::Workplace</name>
        <message>
            <source>Somebody has changed it since: hers stays.</source>
            <translation>Quelqu’un l’a changé depuis : sa version reste.</translation>
        </message>
        <message>
            <source>Undone, but what somebody has changed since stays hers.</source>
            <translation>C’est annulé, mais ce que quelqu’un a changé depuis reste.</translation>
        </message>
        <message>
            <source>Undone. All is as it was.</source>
            <translation>Annulé. Tout est comme avant.</translation>
        </message>
    </context>
    <context>
        <name>AgreementCard</name>
        <message>
            <source>I agree, and sign</source>
            <translation>D’accord, je signe</translation>
        </message>
        <message>
            <source>Signed by both of you</source>
            <translation>Signé par vous deux</translation>
        </message>
        <message>
            <source>Waits for the other side</source>
            <translation>Attend l’autre côté</translation>
        </message>
    </context>
    <context>
        <name>AgreementsPage</name>
        <message>
            <source>What we agreed</source>
            <translation>Nos ententes</translation>
        </message>
        <message>
            <source>Nothing is agreed yet. How often do you talk, and how?</source>
            <translation>Rien n’est encore convenu. À quel rythme vous parlez-vous, et comment?</translation>
        </message>
        <message>
            <source>Once you are a pair, what you agree on stands here.</source>
            <translation>Quand vous serez jumelées, ce que vous convenez sera ici.</translation>
        </message>
        <message>
            <source>Something new</source>
            <translation>Quelque chose de nouveau</translation>
        </message>
        <message>
            <source>Write it down</source>
            <translation>Écrivez-le</translation>
        </message>
        <message>
            <source>What do you two agree on?</source>
            <translation>De quoi convenez-vous, toutes les deux?</translation>
        </message>
        <message>
            <source>Only the two of you read it</source>
            <translation>Pour vous deux seulement</translation>
        </message>
        <message>
            <source>How often?</source>
            <translation>À quel rythme?</translation>
        </message>
        <message>
            <source>How?</source>
            <translation>Comment?</translation>
        </message>
        <message>
            <source>Write it and sign</source>
            <translation>L’écrire et signer</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::AgreementsModel</name>
        <message>
            <source>%1 (%2)</source>
            <comment>name, day</comment>
            <extracomment>Who signed, and on which day: "Claire (yesterday)".</extracomment>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Nobody has signed these words yet.</source>
            <translation>Personne n’a encore signé ces mots.</translation>
        </message>
        <message>
            <source>Signed. Only the two of you read it.</source>
            <translation>C’est signé. Vous deux seulement le lisez.</translation>
        </message>
        <message>
            <source>Written and signed. Now it waits for the other side.</source>
            <translation>C’est écrit et signé. Maintenant, on attend l’autre côté.</translation>
        </message>
        <message>
            <source>Signed by %1</source>
            <translation>Signé par %1</translation>
        </message>
    </context>
    <context>
        <name>CarryPage</name>
        <message>
            <source>Without a network</source>
            <translation>Sans réseau</translation>
        </message>
        <message>
            <source>All you have goes into one file. It is locked: only your circle and Montreal can open it. Send it by any messenger, or on a card.</source>
            <translation>Tout ce que tu as va dans un fichier. Il est fermé : seuls ton cercle et Montréal l’ouvrent. Envoie-le par n’importe quelle messagerie, ou sur une carte mémoire.</translation>
        </message>
        <message>
            <source>Make a file to send</source>
            <translation>Faire un fichier à envoyer</translation>
        </message>
        <message>
            <source>It lies in %1. Whoever of your circle takes it in has what you wrote, and it reaches Montreal with the first of you who has a network.</source>
            <translation>Il est dans %1. Celle de ton cercle qui le reçoit a ce que tu as écrit, et cela arrive à Montréal avec la première d’entre vous qui a du réseau.</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>Montrer le dossier</translation>
        </message>
        <message>
            <source>Files that came</source>
            <translation>Fichiers reçus</translation>
        </message>
        <message>
            <source>Put a file that somebody sent you into %1: it shows here.</source>
            <translation>Mets dans %1 le fichier qu’on t’a envoyé : il apparaît ici.</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Regarder encore</translation>
        </message>
    </context>
    <context>
        <name>FileCard</name>
        <message>
            <source>Made here</source>
            <translation>Fait ici</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>Déjà reçu</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>Le recevoir</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::CarryModel</name>
        <message>
            <source>%1, %2, %3</source>
            <comment>day, time, size of a file</comment>
            <translation>%1, %2, %3</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>name and size of a file</comment>
            <translation>%1, %2</translation>
        </message>
        <message numerus="yes">
            <source>%n change(s) taken in.</source>
            <translation>
                <numerusform>%n changement est entré.</numerusform>
                <numerusform>%n changements sont entrés.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new in it: all of it was here already.</source>
            <translation>Rien de nouveau : tout était déjà ici.</translation>
        </message>
        <message>
            <source>What is for others goes on with your next file, or with your next exchange.</source>
            <translation>Ce qui est pour d’autres repart avec ton prochain fichier, ou ton prochain envoi.</translation>
        </message>
        <message>
            <source>The rest comes with the network.</source>
            <translation>Le reste viendra par le réseau.</translation>
        </message>
        <message>
            <source>This file is cut or changed, or not one of Ayni's. Nothing was taken: have it sent once more.</source>
            <translation>Ce fichier est coupé ou modifié, ou n’est pas d’Ayni. Rien n’a été reçu : demande qu’on te le renvoie.</translation>
        </message>
        <message>
            <source>This file is not there any more. Look again.</source>
            <translation>Ce fichier n’est plus là. Regarde encore.</translation>
        </message>
        <message>
            <source>There is too much for one file. Send it by the network once.</source>
            <translation>C’est trop pour un seul fichier. Passe une fois par le réseau.</translation>
        </message>
        <message>
            <source>This file is larger than any that Ayni makes. Nothing was taken.</source>
            <translation>Ce fichier est plus gros que ceux que fait Ayni. Rien n’a été reçu.</translation>
        </message>
        <message>
            <source>The file could not be written into %1.</source>
            <translation>Le fichier n’a pas pu être écrit dans %1.</translation>
        </message>
        <message>
            <source>The file could not be read. Nothing was taken.</source>
            <translation>Le fichier n’a pas pu être lu. Rien n’a été reçu.</translation>
        </message>
        <message>
            <source>Nothing in it is for this phone.</source>
            <translation>Il ne contient rien pour ce téléphone.</translation>
        </message>
        <message>
            <source>This phone has not met Montreal yet, so it knows nobody to lock a file for. Use the network once, then it goes without.</source>
            <translation>Ce téléphone n’a pas encore parlé avec Montréal : il ne sait pas pour qui fermer un fichier. Passe une fois par le réseau; ensuite on peut s’en passer.</translation>
        </message>
    </context>
    <context>
        <name>DigitKeys</name>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Take back one digit</source>
            <translation>Effacer un chiffre</translation>
        </message>
    </context>
    <context>
        <name>QuestionCard</name>
        <message>
            <source>Give a number</source>
            <translation>Donner un nombre</translation>
        </message>
        <message>
            <source>I would rather not say</source>
            <translation>Je préfère ne pas le dire</translation>
        </message>
    </context>
    <context>
        <name>ReadingsPage</name>
        <message>
            <source>All is asked for now. Thank you!</source>
            <translation>Pas d’autres questions pour l’instant. Merci!</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Which of these tell something about your business? Answer those: only they are asked again later.</source>
            <translation>Lesquelles disent quelque chose de ton entreprise? Réponds à celles-là : elles seules reviendront plus tard.</translation>
        </message>
        <message>
            <source>The same questions as before, to see what has changed.</source>
            <translation>Les mêmes questions qu’avant, pour voir ce qui a changé.</translation>
        </message>
        <message>
            <source>Somebody helped me to answer</source>
            <translation>On m’a aidée à répondre</translation>
        </message>
        <message>
            <source>Keep my answers</source>
            <translation>Garder mes réponses</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::ReadingsModel</name>
        <message>
            <source>How is it going? %1</source>
            <translation>Comment ça va? %1</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <extracomment>An amount of money and its currency: "1,500 BOB".</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Noted on this phone. Thank you!</source>
            <translation>C’est noté sur ce téléphone. Merci!</translation>
        </message>
        <message>
            <source>How is it going?</source>
            <translation>Comment ça va?</translation>
        </message>
        <message>
            <source>%1: not at all. %2: very much.</source>
            <extracomment>Below the numbers of a scale; %1 is the first of them, %2 the last.</extracomment>
            <translation>%1 : pas du tout. %2 : beaucoup.</translation>
        </message>
    </context>
    <context>
        <name>SampleStrip</name>
        <message>
            <source>A sample to look around in: nothing here is real, and nothing is kept.</source>
            <translation>Un exemple pour regarder : rien n’est vrai et rien n’est gardé.</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Quitter</translation>
        </message>
    </context>
</TS>
