<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
    <context>
        <name>AddSheet</name>
        <message>
            <source>What do you want to do?</source>
            <translation>¿Qué quieres hacer?</translation>
        </message>
        <message>
            <source>What would you propose?</source>
            <translation>¿Qué le propondrías?</translation>
        </message>
        <message>
            <source>A goal: what will be different?</source>
            <translation>Un objetivo: ¿qué va a cambiar?</translation>
        </message>
        <message>
            <source>An action: one small step</source>
            <translation>Una acción: un pasito</translation>
        </message>
        <message>
            <source>Ten regular clients</source>
            <translation>Diez clientas fijas</translation>
        </message>
        <message>
            <source>Call the shop on the corner</source>
            <translation>Llamar a la tienda de la esquina</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Acción</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Objetivo</translation>
        </message>
        <message>
            <source>Put it on my plan</source>
            <translation>Ponerlo en mi plan</translation>
        </message>
        <message>
            <source>Propose it</source>
            <translation>Proponerlo</translation>
        </message>
    </context>
    <context>
        <name>DraftLine</name>
        <message>
            <source>Continued from before</source>
            <translation>Continuado de antes</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>Empezar de nuevo</translation>
        </message>
    </context>
    <context>
        <name>RepairedPage</name>
        <message>
            <source>Your notebook is back</source>
            <translation>Tu cuaderno está de vuelta</translation>
        </message>
        <message>
            <source>Open my notebook</source>
            <translation>Abrir mi cuaderno</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::LockModel</name>
        <message>
            <source>Wait %1 s</source>
            <extracomment>Before the next PIN can be tried. %1 is a number of seconds; "s" is the unit's sign.</extracomment>
            <translation>Espera %1 s</translation>
        </message>
        <message>
            <source>Wait %1 min</source>
            <extracomment>Before the next PIN can be tried. %1 is a number of minutes; "min" is the unit's sign.</extracomment>
            <translation>Espera %1 min</translation>
        </message>
    </context>
    <context>
        <name>BeginAlonePage</name>
        <message>
            <source>Begin alone</source>
            <translation>Empezar sola</translation>
        </message>
        <message>
            <source>Everything stays on this phone until you join a circle. You can join whenever you like.</source>
            <translation>Todo se queda en este teléfono hasta que te unas a un círculo. Puedes unirte cuando quieras.</translation>
        </message>
        <message>
            <source>Your name</source>
            <translation>Tu nombre</translation>
        </message>
        <message>
            <source>Your business, if it has a name</source>
            <translation>Tu negocio, si tiene nombre</translation>
        </message>
        <message>
            <source>Begin</source>
            <translation>Empezar</translation>
        </message>
    </context>
    <context>
        <name>Board</name>
        <message>
            <source>Lanes</source>
            <translation>Plazos</translation>
        </message>
    </context>
    <context>
        <name>BoardCard</name>
        <message>
            <source>Voice note</source>
            <translation>Nota de voz</translation>
        </message>
        <message>
            <source>Without words yet</source>
            <translation>Todavía sin palabras</translation>
        </message>
        <message>
            <source>Goal: %1</source>
            <translation>Objetivo: %1</translation>
        </message>
        <message>
            <source>Action: %1</source>
            <translation>Acción: %1</translation>
        </message>
        <message>
            <source>Open again: %1</source>
            <translation>Volver a abrir: %1</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>Hecho: %1</translation>
        </message>
        <message>
            <source>Proposed by %1</source>
            <translation>Idea de %1</translation>
        </message>
        <message>
            <source>Waiting for: %1</source>
            <translation>A la espera de: %1</translation>
        </message>
        <message>
            <source>Take it into my plan</source>
            <translation>Sumarlo a mi plan</translation>
        </message>
        <message>
            <source>Two versions</source>
            <translation>Dos versiones</translation>
        </message>
    </context>
    <context>
        <name>BoardLane</name>
        <message numerus="yes">
            <source>You have %n step(s) open for the short term. Which one can wait?</source>
            <translation>
                <numerusform>Tienes %n paso abierto a corto plazo. ¿Puede esperar?</numerusform>
                <numerusform>Tienes %n pasos abiertos a corto plazo. ¿Cuál puede esperar?</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing here yet. One small step is enough to begin.</source>
            <translation>Aún no hay nada aquí. Un pasito basta para empezar.</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Agregar</translation>
        </message>
        <message>
            <source>Propose</source>
            <translation>Proponer</translation>
        </message>
        <message>
            <source>Hide what is done</source>
            <translation>Ocultar lo hecho</translation>
        </message>
        <message>
            <source>Show what is done (%1)</source>
            <translation>Ver lo hecho (%1)</translation>
        </message>
    </context>
    <context>
        <name>BrokenPage</name>
        <message>
            <source>The notebook did not open</source>
            <translation>El cuaderno no se abrió</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Probar otra vez</translation>
        </message>
        <message>
            <source>Ayni can bring back what can still be read of it. Nothing is deleted for that.</source>
            <translation>Ayni puede recuperar lo que todavía se puede leer. No se borra nada.</translation>
        </message>
        <message>
            <source>Bring my notebook back</source>
            <translation>Recuperar mi cuaderno</translation>
        </message>
        <message>
            <source>Reading what is there. If Ayni is closed meanwhile, it can be done again.</source>
            <translation>Leyendo lo que hay. Si Ayni se cierra mientras tanto, se puede empezar de nuevo.</translation>
        </message>
    </context>
    <context>
        <name>CardSheet</name>
        <message>
            <source>Goal</source>
            <translation>Objetivo</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Acción</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>Open it again</source>
            <translation>Volver a abrirlo</translation>
        </message>
        <message>
            <source>It is done</source>
            <translation>Ya está hecho</translation>
        </message>
        <message>
            <source>Take it into my plan</source>
            <translation>Sumarlo a mi plan</translation>
        </message>
        <message>
            <source>See the two versions</source>
            <translation>Ver las dos versiones</translation>
        </message>
        <message>
            <source>Where it stands</source>
            <translation>Dónde está</translation>
        </message>
        <message>
            <source>Earlier</source>
            <translation>Antes</translation>
        </message>
        <message>
            <source>Later</source>
            <translation>Después</translation>
        </message>
        <message>
            <source>By when?</source>
            <translation>¿Para cuándo?</translation>
        </message>
        <message>
            <source>By when? Now: %1</source>
            <translation>¿Para cuándo? Ahora: %1</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>En una semana</translation>
        </message>
        <message>
            <source>In two weeks</source>
            <translation>En dos semanas</translation>
        </message>
        <message>
            <source>In a month</source>
            <translation>En un mes</translation>
        </message>
        <message>
            <source>No date</source>
            <translation>Sin fecha</translation>
        </message>
        <message>
            <source>How much work is it?</source>
            <translation>¿Cuánto trabajo es?</translation>
        </message>
        <message>
            <source>Small step</source>
            <translation>Pasito</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Mediano</translation>
        </message>
        <message>
            <source>Big</source>
            <translation>Grande</translation>
        </message>
        <message>
            <source>Take it off the plan</source>
            <translation>Quitarlo del plan</translation>
        </message>
    </context>
    <context>
        <name>ContestCard</name>
        <message>
            <source>%1, %2. This one is shown now.</source>
            <translation>%1, %2. Ahora se ve esta.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Keep this one</source>
            <translation>Quedarse con esta</translation>
        </message>
        <message>
            <source>Keep both</source>
            <translation>Guardar las dos</translation>
        </message>
        <message>
            <source>Write another</source>
            <translation>Escribir otra</translation>
        </message>
        <message>
            <source>In new words</source>
            <translation>Con otras palabras</translation>
        </message>
    </context>
    <context>
        <name>DayStepper</name>
        <message>
            <source>A day earlier</source>
            <translation>Un día antes</translation>
        </message>
        <message>
            <source>A day later</source>
            <translation>Un día después</translation>
        </message>
    </context>
    <context>
        <name>FaceCard</name>
        <message numerus="yes">
            <source>%n open action(s)</source>
            <translation>
                <numerusform>%n acción abierta</numerusform>
                <numerusform>%n acciones abiertas</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n new since you looked</source>
            <translation>
                <numerusform>%n novedad desde tu última visita</numerusform>
                <numerusform>%n novedades desde tu última visita</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>JoinPage</name>
        <message>
            <source>Join your circle</source>
            <translation>Únete a tu círculo</translation>
        </message>
        <message>
            <source>Your coordinator gave you a link or a short code. Paste it or type it here; small or capital letters are the same.</source>
            <translation>Tu coordinadora te dio un enlace o un código corto. Pégalo o escríbelo aquí; da igual con mayúsculas o minúsculas.</translation>
        </message>
        <message>
            <source>Link or code</source>
            <translation>Enlace o código</translation>
        </message>
        <message>
            <source>Joining…</source>
            <translation>Uniéndote…</translation>
        </message>
        <message>
            <source>Join</source>
            <translation>Unirme</translation>
        </message>
        <message>
            <source>What you have written so far stays with you and comes along.</source>
            <translation>Lo que ya escribiste se queda contigo y viene también.</translation>
        </message>
    </context>
    <context>
        <name>LaneTab</name>
        <message numerus="yes">
            <source>%1, %n card(s)</source>
            <comment>a lane of the board</comment>
            <translation>
                <numerusform>%1, %n tarjeta</numerusform>
                <numerusform>%1, %n tarjetas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>LanguageChoice</name>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
    </context>
    <context>
        <name>LogSessionPage</name>
        <message>
            <source>Continued from before</source>
            <translation>Continuado de antes</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>Empezar de nuevo</translation>
        </message>
        <message>
            <source>We met</source>
            <translation>Nos encontramos</translation>
        </message>
        <message>
            <source>With whom?</source>
            <translation>¿Con quién?</translation>
        </message>
        <message>
            <source>How did you meet?</source>
            <translation>¿Cómo se encontraron?</translation>
        </message>
        <message>
            <source>For how long?</source>
            <translation>¿Cuánto tiempo?</translation>
        </message>
        <message>
            <source>When?</source>
            <translation>¿Cuándo?</translation>
        </message>
        <message>
            <source>What about?</source>
            <translation>¿Sobre qué?</translation>
        </message>
        <message>
            <source>As many as you like</source>
            <translation>Todos los que quieras</translation>
        </message>
        <message>
            <source>Who was there?</source>
            <translation>¿Quiénes estaban?</translation>
        </message>
        <message>
            <source>How was it for you?</source>
            <translation>¿Cómo te fue?</translation>
        </message>
        <message>
            <source>Only the two of you see this.</source>
            <translation>Solo lo ven ustedes dos.</translation>
        </message>
        <message>
            <source>Add what you gave and learned</source>
            <translation>Agregar lo que diste y aprendiste</translation>
        </message>
        <message>
            <source>What did you give?</source>
            <translation>¿Qué diste?</translation>
        </message>
        <message>
            <source>In your words, if you like</source>
            <translation>En tus palabras, si quieres</translation>
        </message>
        <message>
            <source>What did you learn?</source>
            <translation>¿Qué aprendiste?</translation>
        </message>
        <message>
            <source>A note for the two of you</source>
            <translation>Una nota para ustedes dos</translation>
        </message>
        <message>
            <source>When do you meet again?</source>
            <translation>¿Cuándo se ven otra vez?</translation>
        </message>
        <message>
            <source>Save</source>
            <translation>Guardar</translation>
        </message>
    </context>
    <context>
        <name>NavBar</name>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Plan</source>
            <translation>Plan</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Encuentros</translation>
        </message>
        <message>
            <source>Us</source>
            <translation>Nosotras</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>Lugares</translation>
        </message>
    </context>
    <context>
        <name>NoteCard</name>
        <message>
            <source>A voice note. It is not on this phone yet.</source>
            <translation>Una nota de voz. Aún no está en este teléfono.</translation>
        </message>
    </context>
    <context>
        <name>NoticeBar</name>
        <message>
            <source>Undo</source>
            <translation>Deshacer</translation>
        </message>
    </context>
    <context>
        <name>PageHeader</name>
        <message>
            <source>Back</source>
            <translation>Volver</translation>
        </message>
    </context>
    <context>
        <name>PersonRow</name>
        <message>
            <source>%1 (you)</source>
            <translation>%1 (tú)</translation>
        </message>
        <message>
            <source>You walk together</source>
            <translation>Caminan juntas</translation>
        </message>
    </context>
    <context>
        <name>PinPad</name>
        <message numerus="yes">
            <source>%n digit(s) typed</source>
            <translation>
                <numerusform>%n cifra escrita</numerusform>
                <numerusform>%n cifras escritas</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PinPage</name>
        <message>
            <source>Remove the PIN</source>
            <translation>Quitar el PIN</translation>
        </message>
        <message>
            <source>Change the PIN</source>
            <translation>Cambiar el PIN</translation>
        </message>
        <message>
            <source>Set a PIN</source>
            <translation>Poner un PIN</translation>
        </message>
        <message>
            <source>The PIN you have now</source>
            <translation>El PIN que tienes ahora</translation>
        </message>
        <message>
            <source>The new PIN once more</source>
            <translation>El PIN nuevo otra vez</translation>
        </message>
        <message>
            <source>A new PIN, 4 to 12 digits</source>
            <translation>Un PIN nuevo, de 4 a 12 cifras</translation>
        </message>
        <message>
            <source>The two were not the same. Choose it again.</source>
            <translation>Los dos no eran iguales. Elígelo otra vez.</translation>
        </message>
        <message>
            <source>Nobody can open your notebook without it, and nobody can give it back to you: note it in a safe place. What was sent is safe with the hub.</source>
            <translation>Nadie puede abrir tu cuaderno sin él, y nadie puede devolvértelo: anótalo en un lugar seguro. Lo enviado está a salvo en la central.</translation>
        </message>
    </context>
    <context>
        <name>PlanPage</name>
        <message>
            <source>Hide what is done</source>
            <translation>Ocultar lo hecho</translation>
        </message>
        <message>
            <source>Show what is done (%1)</source>
            <translation>Ver lo hecho (%1)</translation>
        </message>
        <message>
            <source>Another plan</source>
            <translation>Otro plan</translation>
        </message>
        <message>
            <source>Which plan?</source>
            <translation>¿Qué plan?</translation>
        </message>
    </context>
    <context>
        <name>PostCard</name>
        <message>
            <source>Answered</source>
            <translation>Respondido</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Retirarlo</translation>
        </message>
    </context>
    <context>
        <name>PostSheet</name>
        <message>
            <source>What can you offer?</source>
            <translation>¿Qué puedes ofrecer?</translation>
        </message>
        <message>
            <source>What went well?</source>
            <translation>¿Qué salió bien?</translation>
        </message>
        <message>
            <source>What do you wonder?</source>
            <translation>¿Qué te preguntas?</translation>
        </message>
        <message>
            <source>What do you need?</source>
            <translation>¿Qué necesitas?</translation>
        </message>
        <message>
            <source>Your words, for the whole circle</source>
            <translation>Tus palabras, para todo el círculo</translation>
        </message>
        <message>
            <source>Is it about one of these? You may leave it open.</source>
            <translation>¿Es sobre algo de esto? Puedes dejarlo abierto.</translation>
        </message>
        <message>
            <source>Tell the circle</source>
            <translation>Contarlo al círculo</translation>
        </message>
    </context>
    <context>
        <name>SafePage</name>
        <message>
            <source>What is safe</source>
            <translation>Qué está a salvo</translation>
        </message>
        <message>
            <source>Stop for now</source>
            <translation>Parar por ahora</translation>
        </message>
        <message>
            <source>Send and receive now</source>
            <translation>Enviar y recibir ahora</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>Tengo una invitación</translation>
        </message>
        <message>
            <source>Could not be taken</source>
            <translation>No se pudo recibir</translation>
        </message>
        <message>
            <source>Without a network: by a file</source>
            <translation>Sin red: por archivo</translation>
        </message>
        <message>
            <source>Who has what</source>
            <translation>Quién tiene qué</translation>
        </message>
        <message>
            <source>Say the numbers on the telephone: whoever reads the same part has the same ones, once all went through.</source>
            <translation>Di los números por teléfono: quien lee la misma parte tiene los mismos, cuando todo pasó.</translation>
        </message>
    </context>
    <context>
        <name>SafetyMark</name>
        <message>
            <source>Seen by the other side</source>
            <translation>Visto por la otra parte</translation>
        </message>
        <message>
            <source>Received in Montreal</source>
            <translation>Recibido en Montreal</translation>
        </message>
        <message>
            <source>On this phone</source>
            <translation>En este teléfono</translation>
        </message>
    </context>
    <context>
        <name>SafetyPicture</name>
        <message>
            <source>Only on this phone</source>
            <translation>Solo en este teléfono</translation>
        </message>
        <message>
            <source>Received in Montreal</source>
            <translation>Recibido en Montreal</translation>
        </message>
        <message>
            <source>Seen by the other side</source>
            <translation>Visto por la otra parte</translation>
        </message>
    </context>
    <context>
        <name>SafetyPill</name>
        <message>
            <source>Sending…</source>
            <translation>Enviando…</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting</source>
            <comment>things not yet received</comment>
            <translation>
                <numerusform>%n en espera</numerusform>
                <numerusform>%n en espera</numerusform>
            </translation>
        </message>
        <message>
            <source>All safe</source>
            <translation>Todo a salvo</translation>
        </message>
        <message>
            <source>What is safe: %1</source>
            <translation>Qué está a salvo: %1</translation>
        </message>
    </context>
    <context>
        <name>Sample</name>
        <message>
            <source>Sample cohort (fictional)</source>
            <translation>Cohorte de muestra (ficticia)</translation>
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
            <translation>Quebec</translation>
        </message>
        <message>
            <source>Rosa's Bakery</source>
            <translation>Panadería de Rosa</translation>
        </message>
        <message>
            <source>Julia's Baskets</source>
            <translation>Canastas de Julia</translation>
        </message>
        <message>
            <source>Bread of the neighbourhood, warm at seven.</source>
            <translation>Pan del barrio, caliente a las siete.</translation>
        </message>
        <message>
            <source>Know who buys my bread</source>
            <translation>Saber quién compra mi pan</translation>
        </message>
        <message>
            <source>I bake for everybody, and some days half of it stays.</source>
            <translation>Horneo para todo el mundo, y hay días en que la mitad se queda.</translation>
        </message>
        <message>
            <source>clients</source>
            <translation>clientas</translation>
        </message>
        <message>
            <source>A second oven</source>
            <translation>Un segundo horno</translation>
        </message>
        <message>
            <source>Ask ten clients why they come</source>
            <translation>Preguntar a diez clientas por qué vienen</translation>
        </message>
        <message>
            <source>Write down what is left over each evening</source>
            <translation>Anotar cada noche lo que sobra</translation>
        </message>
        <message>
            <source>Try a smaller loaf for one week</source>
            <translation>Probar un pan más chico por una semana</translation>
        </message>
        <message>
            <source>Weigh the flour for each batch</source>
            <translation>Pesar la harina de cada horneada</translation>
        </message>
        <message>
            <source>Compare the price of two mills</source>
            <translation>Comparar el precio de dos molinos</translation>
        </message>
        <message>
            <source>Open a savings account for the oven</source>
            <translation>Abrir una cuenta de ahorro para el horno</translation>
        </message>
        <message>
            <source>We counted the loaves together. She knows her clients better than she thinks.</source>
            <translation>Contamos los panes juntas. Conoce a sus clientas mejor de lo que cree.</translation>
        </message>
        <message>
            <source>I liked that she asked first and advised later.</source>
            <translation>Me gustó que primero preguntó y después aconsejó.</translation>
        </message>
        <message>
            <source>How I count a batch without a scale.</source>
            <translation>Cómo cuento una horneada sin balanza.</translation>
        </message>
        <message>
            <source>That the first client of the day decides what the next ones see.</source>
            <translation>Que la primera clienta del día decide lo que ven las siguientes.</translation>
        </message>
        <message>
            <source>Does anybody know where to buy paper bags in small numbers?</source>
            <translation>¿Alguien sabe dónde comprar bolsas de papel por poca cantidad?</translation>
        </message>
        <message>
            <source>I have a spare scale. Who needs it?</source>
            <translation>Me sobra una balanza. ¿Quién la necesita?</translation>
        </message>
        <message>
            <source>Once a week we talk, and each of us first says what went well.</source>
            <translation>Una vez por semana hablamos, y cada una cuenta primero lo que salió bien.</translation>
        </message>
        <message>
            <source>Confidence</source>
            <translation>Confianza</translation>
        </message>
        <message>
            <source>How confident are you in running your business?</source>
            <translation>¿Cuánta confianza tienes para dirigir tu negocio?</translation>
        </message>
        <message>
            <source>New clients</source>
            <translation>Clientas nuevas</translation>
        </message>
        <message>
            <source>How many new clients since last time?</source>
            <translation>¿Cuántas clientas nuevas desde la última vez?</translation>
        </message>
        <message>
            <source>Who decides</source>
            <translation>Quién decide</translation>
        </message>
        <message>
            <source>Who decides about the business's money?</source>
            <translation>¿Quién decide sobre el dinero del negocio?</translation>
        </message>
    </context>
    <context>
        <name>Sentences</name>
        <message>
            <source>The hub could not take this. Show it to your coordinator.</source>
            <translation>La central no pudo recibir esto. Muéstraselo a tu coordinadora.</translation>
        </message>
        <message>
            <source>This is not on this phone any more.</source>
            <translation>Esto ya no está en este teléfono.</translation>
        </message>
        <message>
            <source>Something is missing or cannot be right. Look at it once more.</source>
            <translation>Falta algo o algo no puede ser. Míralo otra vez.</translation>
        </message>
        <message>
            <source>This is somebody else's to change. You can propose it to her.</source>
            <translation>Esto lo cambia otra persona. Puedes proponérselo.</translation>
        </message>
        <message>
            <source>You have not joined a programme yet. Ask your coordinator for an invitation.</source>
            <translation>Todavía no te uniste a un programa. Pídele una invitación a tu coordinadora.</translation>
        </message>
        <message>
            <source>This phone has joined already.</source>
            <translation>Este teléfono ya se unió.</translation>
        </message>
        <message>
            <source>This code opens nothing. Check each character with whoever gave it to you.</source>
            <translation>Este código no abre nada. Revisa cada letra con quien te lo dio.</translation>
        </message>
        <message>
            <source>This code was used or is too old. Ask your coordinator for a new one.</source>
            <translation>Este código ya se usó o venció. Pídele otro a tu coordinadora.</translation>
        </message>
        <message>
            <source>Too many tries. Wait ten minutes, then try again.</source>
            <translation>Demasiados intentos. Espera diez minutos y prueba otra vez.</translation>
        </message>
        <message>
            <source>No connection right now. All you write is kept here and goes by itself later.</source>
            <translation>Ahora no hay conexión. Todo lo que escribes se guarda aquí y se va solo después.</translation>
        </message>
        <message>
            <source>Something answers there, but it is not Ayni. Is this a Wi-Fi with a login page? Open it first, or use mobile data.</source>
            <translation>Algo responde ahí, pero no es Ayni. ¿Es un wifi con página de ingreso? Ábrela primero o usa los datos del celular.</translation>
        </message>
        <message>
            <source>The hub has a problem of its own. Nothing is lost; it is tried again later.</source>
            <translation>La central tiene un problema. Nada se pierde; se intenta otra vez más tarde.</translation>
        </message>
        <message>
            <source>The hub does not know this phone any more. Ask your coordinator for a new invitation; all you wrote is still here.</source>
            <translation>La central ya no conoce este teléfono. Pídele una nueva invitación a tu coordinadora; todo lo que escribiste sigue aquí.</translation>
        </message>
        <message>
            <source>This link or code is not complete. Copy it once more, from the start to the end.</source>
            <translation>Este enlace o código no está completo. Cópialo otra vez, de principio a fin.</translation>
        </message>
        <message>
            <source>What came is not signed by whom it names, so it was not taken.</source>
            <translation>Lo que llegó no lleva la firma de quien dice, así que no se aceptó.</translation>
        </message>
        <message>
            <source>This is too large. Make it shorter, or split it in two.</source>
            <translation>Es demasiado grande. Hazlo más corto o divídelo en dos.</translation>
        </message>
        <message>
            <source>A newer Ayni wrote this. Update the app to open it; nothing was changed.</source>
            <translation>Esto lo escribió un Ayni más nuevo. Actualiza la aplicación para abrirlo; nada cambió.</translation>
        </message>
        <message>
            <source>The phone is full. Free some space, then try again.</source>
            <translation>El teléfono está lleno. Libera un poco de espacio y prueba otra vez.</translation>
        </message>
        <message>
            <source>The notebook's file on this phone is damaged. It was left as it is, and what was sent is safe with the hub.</source>
            <translation>El archivo del cuaderno en este teléfono está dañado. Se dejó como está, y lo enviado está a salvo en la central.</translation>
        </message>
        <message>
            <source>Ayni is open already with this notebook. Close the other window, then try again.</source>
            <translation>Ayni ya está abierto con este cuaderno. Cierra la otra ventana y prueba otra vez.</translation>
        </message>
        <message>
            <source>The phone could not read or write the notebook. Close Ayni and open it again.</source>
            <translation>El teléfono no pudo leer o escribir el cuaderno. Cierra Ayni y ábrelo otra vez.</translation>
        </message>
        <message>
            <source>The last step may not be saved. Close Ayni, open it again and look.</source>
            <translation>Puede que lo último no se haya guardado. Cierra Ayni, ábrelo otra vez y mira.</translation>
        </message>
        <message>
            <source>You are not part of this plan any more.</source>
            <translation>Ya no participas en este plan.</translation>
        </message>
        <message>
            <source>Only she who wrote it can change this.</source>
            <translation>Solo quien lo escribió puede cambiarlo.</translation>
        </message>
        <message>
            <source>You can propose here; she who owns the plan decides.</source>
            <translation>Aquí puedes proponer; decide la dueña del plan.</translation>
        </message>
        <message>
            <source>This does not belong in that place.</source>
            <translation>Esto no va en ese lugar.</translation>
        </message>
        <message>
            <source>Only the hub writes this.</source>
            <translation>Esto solo lo escribe la central.</translation>
        </message>
        <message>
            <source>It names somebody else as its author.</source>
            <translation>Dice que lo escribió otra persona.</translation>
        </message>
        <message>
            <source>This pair is closed: it can be read, not changed.</source>
            <translation>Este par está cerrado: se puede leer, no cambiar.</translation>
        </message>
        <message>
            <source>This notebook is locked with another key than this phone has for it. It was left as it is. Show it to your coordinator.</source>
            <translation>Este cuaderno está cerrado con otra llave que la que tiene este teléfono. Quedó tal como está. Muéstraselo a tu coordinadora.</translation>
        </message>
        <message>
            <source>The key to this notebook is not on this phone any more. Nothing was deleted: it opens when the key is back. Your coordinator can invite you again meanwhile.</source>
            <translation>La llave de este cuaderno ya no está en este teléfono. No se borró nada: se abre cuando la llave vuelva. Mientras tanto, tu coordinadora puede invitarte otra vez.</translation>
        </message>
        <message>
            <source>The phone does not give out its keys just now. Unlock it, then try again.</source>
            <translation>El teléfono no entrega sus llaves ahora mismo. Desbloquéalo y prueba otra vez.</translation>
        </message>
        <message>
            <source>Enter your PIN to open your notebook.</source>
            <translation>Escribe tu PIN para abrir tu cuaderno.</translation>
        </message>
        <message>
            <source>That is not your PIN. Try again; nothing is ever deleted.</source>
            <translation>Ese no es tu PIN. Prueba otra vez; nunca se borra nada.</translation>
        </message>
        <message>
            <source>Several wrong PINs: wait a little. Nothing is ever deleted.</source>
            <translation>Varios PIN equivocados: espera un poco. Nunca se borra nada.</translation>
        </message>
    </context>
    <context>
        <name>SessionPage</name>
        <message>
            <source>This meeting is not on this phone any more.</source>
            <translation>Este encuentro ya no está en este teléfono.</translation>
        </message>
        <message>
            <source>We met</source>
            <translation>Nos encontramos</translation>
        </message>
        <message>
            <source>It did not happen</source>
            <translation>No se hizo</translation>
        </message>
        <message>
            <source>Given and learned</source>
            <translation>Lo dado y lo aprendido</translation>
        </message>
        <message>
            <source>Notes of the two of you</source>
            <translation>Notas de ustedes dos</translation>
        </message>
        <message>
            <source>Add a note</source>
            <translation>Agregar una nota</translation>
        </message>
        <message>
            <source>Only the two of you read it</source>
            <translation>Solo para ustedes dos</translation>
        </message>
        <message>
            <source>Keep the note</source>
            <translation>Guardar la nota</translation>
        </message>
    </context>
    <context>
        <name>SessionRow</name>
        <message>
            <source>Both wrote it down</source>
            <translation>Anotado por las dos</translation>
        </message>
    </context>
    <context>
        <name>SessionsPage</name>
        <message>
            <source>Meetings</source>
            <translation>Encuentros</translation>
        </message>
        <message>
            <source>Sessions</source>
            <translation>Encuentros</translation>
        </message>
        <message>
            <source>Search</source>
            <translation>Buscar</translation>
        </message>
        <message>
            <source>Search people, topics, places</source>
            <translation>Personas, temas, lugares</translation>
        </message>
        <message>
            <source>Nothing found. Try fewer letters.</source>
            <translation>No se encontró nada. Prueba con menos letras.</translation>
        </message>
        <message>
            <source>No meeting yet. When you have met, write it down in a few taps.</source>
            <translation>Aún no hay encuentros. Cuando se vean, anótalo en pocos toques.</translation>
        </message>
        <message>
            <source>We met: write it down</source>
            <translation>Anotar un encuentro</translation>
        </message>
        <message>
            <source>Pick a meeting to read it here.</source>
            <translation>Elige un encuentro para leerlo aquí.</translation>
        </message>
        <message>
            <source>All businesses</source>
            <translation>Todos los negocios</translation>
        </message>
        <message>
            <source>Whose meetings?</source>
            <translation>¿Encuentros de quién?</translation>
        </message>
        <message>
            <source>What we agreed</source>
            <translation>Lo que acordamos</translation>
        </message>
    </context>
    <context>
        <name>SettingsPage</name>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>Idioma</translation>
        </message>
        <message>
            <source>Light or dark</source>
            <translation>Claro u oscuro</translation>
        </message>
        <message>
            <source>Like the phone</source>
            <translation>Como el teléfono</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Claro</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>Oscuro</translation>
        </message>
        <message>
            <source>Size of the letters</source>
            <translation>Tamaño de las letras</translation>
        </message>
        <message>
            <source>Normal</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Large</source>
            <translation>Grande</translation>
        </message>
        <message>
            <source>Larger</source>
            <translation>Más grande</translation>
        </message>
        <message>
            <source>Largest</source>
            <translation>Muy grande</translation>
        </message>
        <message>
            <source>This notebook</source>
            <translation>Este cuaderno</translation>
        </message>
        <message>
            <source>Everything is on this phone only. Join a circle to keep a second copy.</source>
            <translation>Todo está solo en este teléfono. Únete a un círculo para tener una segunda copia.</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>Tengo una invitación</translation>
        </message>
        <message>
            <source>Leave the sample</source>
            <translation>Salir de la muestra</translation>
        </message>
        <message>
            <source>What is safe</source>
            <translation>Qué está a salvo</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Your notebook opens with your PIN.</source>
            <translation>Tu cuaderno se abre con tu PIN.</translation>
        </message>
        <message>
            <source>Whoever holds this phone unlocked can open your notebook. With a PIN only you can.</source>
            <translation>Quien tenga este teléfono desbloqueado puede abrir tu cuaderno. Con un PIN, solo tú.</translation>
        </message>
        <message>
            <source>Change the PIN</source>
            <translation>Cambiar el PIN</translation>
        </message>
        <message>
            <source>Set a PIN</source>
            <translation>Poner un PIN</translation>
        </message>
        <message>
            <source>Remove the PIN</source>
            <translation>Quitar el PIN</translation>
        </message>
        <message>
            <source>What lies on this phone is encrypted.</source>
            <translation>Lo que está en este teléfono está cifrado.</translation>
        </message>
        <message>
            <source>What lies on this phone is not encrypted.</source>
            <translation>Lo que está en este teléfono no está cifrado.</translation>
        </message>
    </context>
    <context>
        <name>Sheet</name>
        <message>
            <source>Close</source>
            <translation>Cerrar</translation>
        </message>
    </context>
    <context>
        <name>Shell</name>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
    </context>
    <context>
        <name>TodayPage</name>
        <message>
            <source>Settings</source>
            <translation>Ajustes</translation>
        </message>
        <message>
            <source>We met: write it down</source>
            <translation>Anotar un encuentro</translation>
        </message>
        <message>
            <source>The pairs</source>
            <translation>Los pares</translation>
        </message>
        <message>
            <source>Your businesses</source>
            <translation>Tus negocios</translation>
        </message>
        <message>
            <source>For now</source>
            <translation>Por ahora</translation>
        </message>
        <message>
            <source>Nothing presses today. Rest, or look at your plan.</source>
            <translation>Hoy nada apura. Descansa, o mira tu plan.</translation>
        </message>
        <message>
            <source>Look at the plan</source>
            <translation>Ver el plan</translation>
        </message>
    </context>
    <context>
        <name>TodayRow</name>
        <message>
            <source>Open the meeting: %1</source>
            <translation>Abrir el encuentro: %1</translation>
        </message>
        <message>
            <source>See both versions: %1</source>
            <translation>Ver las dos versiones: %1</translation>
        </message>
        <message>
            <source>See what came back: %1</source>
            <translation>Ver lo que volvió: %1</translation>
        </message>
        <message>
            <source>See it on the plan: %1</source>
            <translation>Verlo en el plan: %1</translation>
        </message>
        <message>
            <source>Done: %1</source>
            <translation>Hecho: %1</translation>
        </message>
        <message>
            <source>Take it into my plan</source>
            <translation>Sumarlo a mi plan</translation>
        </message>
        <message>
            <source>Move it a week</source>
            <translation>Mover una semana</translation>
        </message>
        <message>
            <source>Read and sign it: %1</source>
            <translation>Leerlo y firmarlo: %1</translation>
        </message>
        <message>
            <source>Answer the questions: %1</source>
            <translation>Responder las preguntas: %1</translation>
        </message>
    </context>
    <context>
        <name>UnlockPage</name>
        <message>
            <source>Your PIN</source>
            <translation>Tu PIN</translation>
        </message>
        <message>
            <source>It opens your notebook.</source>
            <translation>Con él se abre tu cuaderno.</translation>
        </message>
    </context>
    <context>
        <name>UsPage</name>
        <message>
            <source>Us</source>
            <translation>Nosotras</translation>
        </message>
        <message>
            <source>Here your circle will be: your mentor, the other women, what you ask and offer each other. Join when you have an invitation.</source>
            <translation>Aquí estará tu círculo: tu mentora, las otras mujeres, lo que se piden y se ofrecen. Únete cuando tengas una invitación.</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>Tengo una invitación</translation>
        </message>
        <message>
            <source>The circle</source>
            <translation>El círculo</translation>
        </message>
        <message>
            <source>Nobody has written here yet. A small joy is a good beginning.</source>
            <translation>Nadie ha escrito aquí todavía. Una pequeña alegría es un buen comienzo.</translation>
        </message>
        <message>
            <source>Who walks with whom</source>
            <translation>Quién camina con quién</translation>
        </message>
        <message>
            <source>Who we are</source>
            <translation>Quiénes somos</translation>
        </message>
    </context>
    <context>
        <name>VersionsPage</name>
        <message>
            <source>Two versions</source>
            <translation>Dos versiones</translation>
        </message>
        <message>
            <source>Two of you wrote here without seeing each other. Nothing is lost: choose what stays.</source>
            <translation>Dos de ustedes escribieron aquí sin verse. Nada se pierde: elige qué queda.</translation>
        </message>
        <message>
            <source>All settled. Nothing waits for you here.</source>
            <translation>Todo resuelto. Aquí nada te espera.</translation>
        </message>
    </context>
    <context>
        <name>Vocabulary</name>
        <message>
            <source>Proposed</source>
            <translation>Propuesto</translation>
        </message>
        <message>
            <source>To do</source>
            <translation>Por hacer</translation>
        </message>
        <message>
            <source>Under way</source>
            <translation>En camino</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Hecho</translation>
        </message>
        <message>
            <source>Achieved</source>
            <translation>Logrado</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>En pausa</translation>
        </message>
        <message>
            <source>Let go</source>
            <translation>Dejado</translation>
        </message>
        <message>
            <source>Planned</source>
            <translation>Previsto</translation>
        </message>
        <message>
            <source>Took place</source>
            <translation>Realizado</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Cancelado</translation>
        </message>
        <message>
            <source>Accepted</source>
            <translation>Aceptado</translation>
        </message>
        <message>
            <source>Active</source>
            <translation>Activo</translation>
        </message>
        <message>
            <source>Closed</source>
            <translation>Cerrado</translation>
        </message>
        <message>
            <source>In person</source>
            <translation>En persona</translation>
        </message>
        <message>
            <source>Video</source>
            <translation>Videollamada</translation>
        </message>
        <message>
            <source>Call</source>
            <translation>Llamada</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>Mensajes</translation>
        </message>
        <message>
            <source>Workshop</source>
            <translation>Taller</translation>
        </message>
        <message>
            <source>Visit</source>
            <translation>Visita</translation>
        </message>
        <message>
            <source>Target client</source>
            <translation>Clienta ideal</translation>
        </message>
        <message>
            <source>Marketing</source>
            <translation>Darse a conocer</translation>
        </message>
        <message>
            <source>Prices</source>
            <translation>Precios</translation>
        </message>
        <message>
            <source>Cash book</source>
            <translation>Libro de caja</translation>
        </message>
        <message>
            <source>Finance</source>
            <translation>Finanzas</translation>
        </message>
        <message>
            <source>Quality</source>
            <translation>Calidad</translation>
        </message>
        <message>
            <source>Product</source>
            <translation>Producto</translation>
        </message>
        <message>
            <source>Production</source>
            <translation>Producción</translation>
        </message>
        <message>
            <source>Suppliers</source>
            <translation>Proveedores</translation>
        </message>
        <message>
            <source>Digital</source>
            <translation>Digital</translation>
        </message>
        <message>
            <source>Team</source>
            <translation>Equipo</translation>
        </message>
        <message>
            <source>Papers and law</source>
            <translation>Papeles y leyes</translation>
        </message>
        <message>
            <source>Export</source>
            <translation>Exportar</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Redes</translation>
        </message>
        <message>
            <source>Leadership</source>
            <translation>Liderazgo</translation>
        </message>
        <message>
            <source>Work and life</source>
            <translation>Trabajo y vida</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Otra cosa</translation>
        </message>
        <message>
            <source>Entrepreneur</source>
            <translation>Emprendedora</translation>
        </message>
        <message>
            <source>Mentor</source>
            <translation>Mentora</translation>
        </message>
        <message>
            <source>Coordinator</source>
            <translation>Coordinadora</translation>
        </message>
        <message>
            <source>Small step</source>
            <translation>Pasito</translation>
        </message>
        <message>
            <source>Medium</source>
            <translation>Mediano</translation>
        </message>
        <message>
            <source>Big</source>
            <translation>Grande</translation>
        </message>
        <message>
            <source>I am looking for</source>
            <translation>Busco</translation>
        </message>
        <message>
            <source>I offer</source>
            <translation>Ofrezco</translation>
        </message>
        <message>
            <source>Good news</source>
            <translation>Buena noticia</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>Pregunta</translation>
        </message>
        <message>
            <source>Gave</source>
            <translation>Dio</translation>
        </message>
        <message>
            <source>Learned</source>
            <translation>Aprendió</translation>
        </message>
        <message>
            <source>Online meetings</source>
            <translation>Encuentros en línea</translation>
        </message>
        <message>
            <source>Stay</source>
            <translation>Estadía</translation>
        </message>
        <message>
            <source>Follow-up</source>
            <translation>Seguimiento</translation>
        </message>
        <message>
            <source>Closing</source>
            <translation>Cierre</translation>
        </message>
        <message>
            <source>Looking back</source>
            <translation>Mirada atrás</translation>
        </message>
        <message>
            <source>Spanish</source>
            <translation>español</translation>
        </message>
        <message>
            <source>French</source>
            <translation>francés</translation>
        </message>
        <message>
            <source>English</source>
            <translation>inglés</translation>
        </message>
        <message>
            <source>Quechua</source>
            <translation>quechua</translation>
        </message>
        <message>
            <source>Aymara</source>
            <translation>aimara</translation>
        </message>
        <message>
            <source>Guarani</source>
            <translation>guaraní</translation>
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
            <translation>wólof</translation>
        </message>
        <message>
            <source>Pulaar</source>
            <translation>pulaar</translation>
        </message>
        <message>
            <source>Serer</source>
            <translation>serer</translation>
        </message>
        <message>
            <source>Portuguese</source>
            <translation>portugués</translation>
        </message>
        <message>
            <source>Jola</source>
            <translation>jola</translation>
        </message>
        <message>
            <source>Soninke</source>
            <translation>soninké</translation>
        </message>
        <message>
            <source>Mandinka</source>
            <translation>mandinga</translation>
        </message>
        <message>
            <source>Bambara</source>
            <translation>bambara</translation>
        </message>
        <message>
            <source>Arabic</source>
            <translation>árabe</translation>
        </message>
        <message>
            <source>fluent</source>
            <translation>con soltura</translation>
        </message>
        <message>
            <source>comfortable</source>
            <translation>cómoda</translation>
        </message>
        <message>
            <source>gets by</source>
            <translation>se defiende</translation>
        </message>
        <message>
            <source>Title</source>
            <translation>Título</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Nombre</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>Por qué</translation>
        </message>
        <message>
            <source>Text</source>
            <translation>Texto</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>Nota</translation>
        </message>
        <message>
            <source>Status</source>
            <translation>Estado</translation>
        </message>
        <message>
            <source>Date</source>
            <translation>Fecha</translation>
        </message>
        <message>
            <source>Effort</source>
            <translation>Esfuerzo</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>Quién</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>Objetivo</translation>
        </message>
        <message>
            <source>Day and time</source>
            <translation>Día y hora</translation>
        </message>
        <message>
            <source>How long</source>
            <translation>Duración</translation>
        </message>
        <message>
            <source>How we met</source>
            <translation>Cómo nos vimos</translation>
        </message>
        <message>
            <source>Next meeting</source>
            <translation>Próximo encuentro</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>Lugar</translation>
        </message>
        <message>
            <source>How it is measured</source>
            <translation>Cómo se mide</translation>
        </message>
        <message>
            <source>Target</source>
            <translation>Meta</translation>
        </message>
        <message>
            <source>At the start</source>
            <translation>Al comienzo</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>Unidad</translation>
        </message>
        <message>
            <source>What is in the way</source>
            <translation>Lo que estorba</translation>
        </message>
        <message>
            <source>Mission</source>
            <translation>Misión</translation>
        </message>
        <message>
            <source>About</source>
            <translation>Sobre ella</translation>
        </message>
        <message>
            <source>How it felt</source>
            <translation>Cómo se sintió</translation>
        </message>
        <message>
            <source>Topic</source>
            <translation>Tema</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>Motivo</translation>
        </message>
        <message>
            <source>Removed, and changed</source>
            <translation>Quitado y cambiado</translation>
        </message>
        <message>
            <source>Action</source>
            <translation>Acción</translation>
        </message>
        <message>
            <source>Session</source>
            <translation>Encuentro</translation>
        </message>
        <message>
            <source>Gave and learned</source>
            <translation>Dado y aprendido</translation>
        </message>
        <message>
            <source>Insight</source>
            <translation>Descubrimiento</translation>
        </message>
        <message>
            <source>Word to the circle</source>
            <translation>Palabra al círculo</translation>
        </message>
        <message>
            <source>Progress</source>
            <translation>Avance</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>Persona</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>Negocio</translation>
        </message>
        <message>
            <source>Pair</source>
            <translation>Par</translation>
        </message>
        <message>
            <source>Story</source>
            <translation>Historia</translation>
        </message>
        <message>
            <source>Hard</source>
            <translation>Difícil</translation>
        </message>
        <message>
            <source>So-so</source>
            <translation>Regular</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>Normal</translation>
        </message>
        <message>
            <source>Good</source>
            <translation>Bien</translation>
        </message>
        <message>
            <source>Great</source>
            <translation>Muy bien</translation>
        </message>
        <message>
            <source>On this phone</source>
            <translation>En este teléfono</translation>
        </message>
        <message>
            <source>Received in Montreal</source>
            <translation>Recibido en Montreal</translation>
        </message>
        <message>
            <source>Reached the other side</source>
            <translation>Llegó a la otra parte</translation>
        </message>
        <message>
            <source>Short term</source>
            <translation>Corto plazo</translation>
        </message>
        <message>
            <source>Medium term</source>
            <translation>Mediano plazo</translation>
        </message>
        <message>
            <source>Long term</source>
            <translation>Largo plazo</translation>
        </message>
        <message>
            <source>Every week</source>
            <translation>Cada semana</translation>
        </message>
        <message>
            <source>Every two weeks</source>
            <translation>Cada dos semanas</translation>
        </message>
        <message>
            <source>Every month</source>
            <translation>Cada mes</translation>
        </message>
        <message>
            <source>Half way</source>
            <translation>A mitad de camino</translation>
        </message>
        <message>
            <source>At the end</source>
            <translation>Al final</translation>
        </message>
        <message>
            <source>Three months later</source>
            <translation>Tres meses después</translation>
        </message>
        <message>
            <source>Six months later</source>
            <translation>Seis meses después</translation>
        </message>
        <message>
            <source>A year later</source>
            <translation>Un año después</translation>
        </message>
        <message>
            <source>I do</source>
            <translation>Yo</translation>
        </message>
        <message>
            <source>We do together</source>
            <translation>En conjunto</translation>
        </message>
        <message>
            <source>Somebody else does</source>
            <translation>Otra persona</translation>
        </message>
        <message>
            <source>Yes, it is open</source>
            <translation>Sí, está abierto</translation>
        </message>
        <message>
            <source>It rests for now</source>
            <translation>Descansa por ahora</translation>
        </message>
        <message>
            <source>No, it is closed</source>
            <translation>No, está cerrado</translation>
        </message>
    </context>
    <context>
        <name>WelcomePage</name>
        <message>
            <source>Today for you, tomorrow for me.</source>
            <translation>Hoy por ti, mañana por mí.</translation>
        </message>
        <message>
            <source>Your plan, your meetings and your circle in one notebook. It works without a network and keeps everything you write.</source>
            <translation>Tu plan, tus encuentros y tu círculo en un cuaderno. Funciona sin red y guarda todo lo que escribes.</translation>
        </message>
        <message>
            <source>I have an invitation</source>
            <translation>Tengo una invitación</translation>
        </message>
        <message>
            <source>Begin alone, join later</source>
            <translation>Empezar sola, unirme después</translation>
        </message>
        <message>
            <source>Just look around</source>
            <translation>Solo mirar</translation>
        </message>
        <message>
            <source>As an entrepreneur</source>
            <translation>Como emprendedora</translation>
        </message>
        <message>
            <source>As a mentor</source>
            <translation>Como mentora</translation>
        </message>
        <message>
            <source>As the coordinator</source>
            <translation>Como coordinadora</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>today</source>
            <translation>hoy</translation>
        </message>
        <message>
            <source>tomorrow</source>
            <translation>mañana</translation>
        </message>
        <message>
            <source>yesterday</source>
            <translation>ayer</translation>
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
            <translation>dddd d 'de' MMMM</translation>
        </message>
        <message>
            <source>MMMM yyyy</source>
            <extracomment>"November 2026": Qt's date format. MMMM is the month's name within a date, LLLL doesn't exist.</extracomment>
            <translation>MMMM 'de' yyyy</translation>
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
            <translation>%1 y %2</translation>
        </message>
        <message>
            <source>Meeting of the circle</source>
            <translation>Encuentro del círculo</translation>
        </message>
        <message>
            <source>Meeting with %1</source>
            <translation>Encuentro con %1</translation>
        </message>
        <message>
            <source>Meeting</source>
            <translation>Encuentro</translation>
        </message>
        <message numerus="yes">
            <source>%n byte(s)</source>
            <translation>
                <numerusform>%n byte</numerusform>
                <numerusform>%n bytes</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 kB</source>
            <translation>%1 kB</translation>
        </message>
        <message>
            <source>%1 MB</source>
            <translation>%1 MB</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::AppModel</name>
        <message>
            <source>Welcome! Your plan is on its way.</source>
            <translation>¡Bienvenida! Tu plan está en camino.</translation>
        </message>
        <message>
            <source>Your notebook opens with your PIN now.</source>
            <translation>Desde ahora tu cuaderno se abre con tu PIN.</translation>
        </message>
        <message>
            <source>Your notebook opens without a PIN now.</source>
            <translation>Desde ahora tu cuaderno se abre sin PIN.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::PlanModel</name>
        <message>
            <source>%1 %2, target: %3</source>
            <comment>measured, unit, target</comment>
            <translation>%1 %2, meta: %3</translation>
        </message>
        <message>
            <source>%1 of %2 %3</source>
            <comment>measured, target, unit</comment>
            <translation>%1 de %2 %3</translation>
        </message>
        <message numerus="yes">
            <source>%1 of %n action(s)</source>
            <translation>
                <numerusform>%1 de %n acción</numerusform>
                <numerusform>%1 de %n acciones</numerusform>
            </translation>
        </message>
        <message>
            <source>By the end of the stay, or in 30 days</source>
            <translation>Antes del fin de la estadía, o en 30 días</translation>
        </message>
        <message>
            <source>By the end of the programme</source>
            <translation>Antes del fin del programa</translation>
        </message>
        <message>
            <source>After it: 6 months to 2 years</source>
            <translation>Después: de 6 meses a 2 años</translation>
        </message>
        <message>
            <source>Saved on this phone.</source>
            <translation>Guardado en este teléfono.</translation>
        </message>
        <message>
            <source>Proposed: she decides.</source>
            <translation>Propuesto: ella decide.</translation>
        </message>
        <message>
            <source>Done. Well done!</source>
            <translation>Hecho. ¡Muy bien!</translation>
        </message>
        <message>
            <source>Open again.</source>
            <translation>Abierto otra vez.</translation>
        </message>
        <message>
            <source>It is in your plan now.</source>
            <translation>Ya está en tu plan.</translation>
        </message>
        <message>
            <source>Let go.</source>
            <translation>Lo dejaste ir.</translation>
        </message>
        <message>
            <source>Moved.</source>
            <translation>Movido.</translation>
        </message>
        <message>
            <source>Moved to: %1</source>
            <translation>Movido a: %1</translation>
        </message>
        <message>
            <source>Removed.</source>
            <translation>Quitado.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::RepairModel</name>
        <message>
            <source>Nothing of the notebook could be read here. Its file was left as it is: keep this phone, and show it to your coordinator.</source>
            <translation>Aquí no se pudo leer nada del cuaderno. Su archivo quedó como está: guarda este teléfono y muéstraselo a tu coordinadora.</translation>
        </message>
        <message>
            <source>Everything could be read. Nothing is missing.</source>
            <translation>Se pudo leer todo. No falta nada.</translation>
        </message>
        <message>
            <source>What could be read is back.</source>
            <translation>Lo que se pudo leer está de vuelta.</translation>
        </message>
        <message>
            <source>Some of what you wrote could not be read.</source>
            <translation>Una parte de lo que escribiste no se pudo leer.</translation>
        </message>
        <message>
            <source>Some of what others wrote could not be read. It comes again from the hub.</source>
            <translation>Una parte de lo que escribieron otras no se pudo leer. Vuelve a llegar de la central.</translation>
        </message>
        <message>
            <source>Look whether something is missing after the last of yours that was read (%1, %2).</source>
            <extracomment>A day and a time: up to then all that she wrote was found.</extracomment>
            <translation>Mira si falta algo después de lo último tuyo que se leyó (%1, %2).</translation>
        </message>
        <message>
            <source>The notebook's file does not fit the key of this phone. Perhaps it is damaged. It was left as it is.</source>
            <translation>El archivo del cuaderno no va con la llave de este teléfono. Tal vez está dañado. Se dejó como está.</translation>
        </message>
        <message>
            <source>This phone has lost its key to the hub. Ask your coordinator for a new invitation and enter it in the settings. What had not been sent is still here and goes then.</source>
            <translation>Este teléfono perdió su llave para la central. Pide a tu coordinadora una invitación nueva y ponla en los ajustes. Lo que no se había enviado sigue aquí y sale entonces.</translation>
        </message>
        <message>
            <source>At the next connection the hub gives back what it has of yours. You can write meanwhile.</source>
            <translation>En la próxima conexión la central devuelve lo que tiene de ti. Mientras tanto puedes escribir.</translation>
        </message>
        <message>
            <source>The damaged file stays on this phone, whole.</source>
            <translation>El archivo dañado queda entero en este teléfono.</translation>
        </message>
        <message>
            <source>The phone could not do that: it cannot read the notebook's file, or not write a new one. The file was left as it is: keep this phone, and show it to your coordinator.</source>
            <translation>El teléfono no pudo hacerlo: no lee el archivo del cuaderno, o no puede escribir uno nuevo. El archivo quedó como está: guarda este teléfono y muéstraselo a tu coordinadora.</translation>
        </message>
        <message>
            <source>The phone cannot read the notebook's file just now. Try again first. If it stays so, a part of the phone's memory may be damaged.</source>
            <translation>El teléfono no puede leer ahora el archivo del cuaderno. Primero prueba otra vez. Si sigue igual, quizás se dañó una parte de la memoria del teléfono.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SafetyModel</name>
        <message>
            <source>Something you wrote</source>
            <translation>Algo que escribiste</translation>
        </message>
        <message>
            <source>Nothing is waiting</source>
            <translation>Nada espera</translation>
        </message>
        <message numerus="yes">
            <source>%n waiting, %1</source>
            <comment>things, bytes</comment>
            <translation>
                <numerusform>%n en espera, %1</numerusform>
                <numerusform>%n en espera, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>All you write is saved on this phone. Once you join, it is kept in Montreal too.</source>
            <translation>Todo lo que escribes se guarda en este teléfono. Cuando te unas, también se guardará en Montreal.</translation>
        </message>
        <message>
            <source>All you wrote is safe: on this phone and in Montreal.</source>
            <translation>Todo lo que escribiste está a salvo: en este teléfono y en Montreal.</translation>
        </message>
        <message>
            <source>All you wrote is saved on this phone. What is new goes to Montreal by itself.</source>
            <translation>Todo lo que escribiste está guardado en este teléfono. Lo nuevo va solo a Montreal.</translation>
        </message>
        <message>
            <source>No exchange yet</source>
            <translation>Todavía no se ha enviado nada</translation>
        </message>
        <message>
            <source>Last exchange: %1, %2</source>
            <comment>day, time</comment>
            <translation>Último intercambio: %1, %2</translation>
        </message>
        <message>
            <source>%1 this month</source>
            <translation>%1 este mes</translation>
        </message>
        <message>
            <source>Looking for the hub…</source>
            <translation>Buscando la central…</translation>
        </message>
        <message>
            <source>%1 sent, %2 received</source>
            <comment>changes</comment>
            <translation>%1 enviados, %2 recibidos</translation>
        </message>
        <message>
            <source>This phone: %1</source>
            <translation>Este teléfono: %1</translation>
        </message>
        <message>
            <source>Hub: %1</source>
            <translation>Central: %1</translation>
        </message>
        <message>
            <source>Not joined yet</source>
            <translation>Aún sin unirte</translation>
        </message>
        <message>
            <source>%1, between the two of you</source>
            <extracomment>What only the two of a pair read, over this business.</extracomment>
            <translation>%1, entre ustedes dos</translation>
        </message>
        <message>
            <source>The circle</source>
            <translation>El círculo</translation>
        </message>
        <message>
            <source>Yours alone</source>
            <translation>Solo tuyo</translation>
        </message>
        <message>
            <source>%1 here, %2 in Montreal</source>
            <extracomment>How many things there are on this phone, and how many of them in Montreal: said on the telephone.</extracomment>
            <translation>%1 aquí, %2 en Montreal</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SessionDraftModel</name>
        <message>
            <source>I</source>
            <translation>Yo</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>Hoy</translation>
        </message>
        <message>
            <source>Yesterday</source>
            <translation>Ayer</translation>
        </message>
        <message>
            <source>Another day</source>
            <translation>Otro día</translation>
        </message>
        <message>
            <source>Not yet</source>
            <translation>Todavía no</translation>
        </message>
        <message>
            <source>In a week</source>
            <translation>En una semana</translation>
        </message>
        <message>
            <source>In two weeks</source>
            <translation>En dos semanas</translation>
        </message>
        <message>
            <source>Saved on this phone. It goes to the hub by itself.</source>
            <translation>Guardado en este teléfono. Se va solo a la central.</translation>
        </message>
        <message>
            <source>Saved on this phone.</source>
            <translation>Guardado en este teléfono.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SessionModel</name>
        <message>
            <source>%1 gave %2</source>
            <comment>two names</comment>
            <translation>%1 le dio a %2</translation>
        </message>
        <message>
            <source>%1 learned from %2</source>
            <comment>two names</comment>
            <translation>%1 aprendió de %2</translation>
        </message>
        <message>
            <source>%1 there, %2 here</source>
            <comment>two times of day</comment>
            <translation>%1 allá, %2 aquí</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>date, time of the next meeting</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Both of you logged this meeting: here is all of it.</source>
            <translation>Las dos anotaron este encuentro: aquí está todo.</translation>
        </message>
        <message>
            <source>Saved on this phone. Only the two of you read it.</source>
            <translation>Guardado en este teléfono. Solo ustedes dos lo leen.</translation>
        </message>
        <message>
            <source>Noted: it took place.</source>
            <translation>Anotado: se hizo.</translation>
        </message>
        <message>
            <source>Cancelled. You can plan another one.</source>
            <translation>Cancelado. Pueden planear otro.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::SessionsModel</name>
        <message>
            <source>All</source>
            <translation>Todo</translation>
        </message>
        <message numerus="yes">
            <source>%n this month, %1</source>
            <comment>meetings</comment>
            <translation>
                <numerusform>%n este mes, %1</numerusform>
                <numerusform>%n este mes, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ayni::models::TodayModel</name>
        <message>
            <source>Good morning, %1</source>
            <translation>Buenos días, %1</translation>
        </message>
        <message>
            <source>Good afternoon, %1</source>
            <translation>Buenas tardes, %1</translation>
        </message>
        <message>
            <source>Good evening, %1</source>
            <translation>Buenas noches, %1</translation>
        </message>
        <message>
            <source>Welcome</source>
            <translation>Te damos la bienvenida</translation>
        </message>
        <message>
            <source>Your plan is still white. What is one thing you would like to see change this month?</source>
            <translation>Tu plan está en blanco. ¿Qué te gustaría ver cambiar este mes?</translation>
        </message>
        <message>
            <source>Something was written twice. Both are kept: choose when you have a moment.</source>
            <translation>Algo se escribió dos veces. Las dos versiones están guardadas: elige cuando tengas un momento.</translation>
        </message>
        <message numerus="yes">
            <source>%n idea(s) wait for your word.</source>
            <translation>
                <numerusform>%n idea espera tu palabra.</numerusform>
                <numerusform>%n ideas esperan tu palabra.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) done in seven days. Well done!</source>
            <translation>
                <numerusform>%n cosa hecha en siete días. ¡Muy bien!</numerusform>
                <numerusform>%n cosas hechas en siete días. ¡Muy bien!</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing is waiting for you today.</source>
            <translation>Hoy nada te espera.</translation>
        </message>
        <message>
            <source>One thing at a time.</source>
            <translation>Una cosa a la vez.</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Did it take place?</source>
            <translation>¿Se hizo?</translation>
        </message>
        <message>
            <source>Two versions: which one do you keep?</source>
            <translation>Dos versiones: ¿con cuál te quedas?</translation>
        </message>
        <message>
            <source>It was removed, and somebody went on writing. It is back.</source>
            <translation>Se quitó, pero alguien siguió escribiendo. Está de vuelta.</translation>
        </message>
        <message>
            <source>An idea for your plan</source>
            <translation>Una idea para tu plan</translation>
        </message>
        <message>
            <source>An idea of %1</source>
            <translation>Una idea de %1</translation>
        </message>
        <message>
            <source>You promised this</source>
            <translation>Lo prometiste</translation>
        </message>
        <message>
            <source>Still there. Move it?</source>
            <translation>Sigue ahí. ¿Lo movemos?</translation>
        </message>
        <message>
            <source>Voice note</source>
            <translation>Nota de voz</translation>
        </message>
        <message>
            <source>Met %1</source>
            <translation>Se vieron %1</translation>
        </message>
        <message>
            <source>Not met yet</source>
            <translation>Aún no se encontraron</translation>
        </message>
        <message>
            <source>%1, with %2</source>
            <translation>%1, con %2</translation>
        </message>
        <message>
            <source>Noted: it took place.</source>
            <translation>Anotado: se hizo.</translation>
        </message>
        <message>
            <source>It stays.</source>
            <translation>Se queda.</translation>
        </message>
        <message>
            <source>Done. Well done!</source>
            <translation>Hecho. ¡Muy bien!</translation>
        </message>
        <message>
            <source>It is in your plan now.</source>
            <translation>Ya está en tu plan.</translation>
        </message>
        <message>
            <source>Moved by a week.</source>
            <translation>Movido una semana.</translation>
        </message>
        <message>
            <source>It asks for your signature</source>
            <translation>Pide tu firma</translation>
        </message>
        <message>
            <source>%1 asks for your signature</source>
            <translation>%1 pide tu firma</translation>
        </message>
        <message numerus="yes">
            <source>%n question(s), as before</source>
            <translation>
                <numerusform>%n pregunta, como antes</numerusform>
                <numerusform>%n preguntas, como antes</numerusform>
            </translation>
        </message>
        <message>
            <source>You choose which questions fit</source>
            <translation>Tú eliges qué preguntas van contigo</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::UsModel</name>
        <message>
            <source>Met %1</source>
            <translation>Se vieron %1</translation>
        </message>
        <message>
            <source>Not met yet</source>
            <translation>Aún no se encontraron</translation>
        </message>
        <message>
            <source>Me too</source>
            <translation>Yo también</translation>
        </message>
        <message>
            <source>Me too (%1)</source>
            <translation>Yo también (%1)</translation>
        </message>
        <message>
            <source>%1: from %2</source>
            <comment>phase, date</comment>
            <translation>%1: desde el %2</translation>
        </message>
        <message>
            <source>%1: week %2 of %3</source>
            <translation>%1: semana %2 de %3</translation>
        </message>
        <message>
            <source>Said. The circle hears it after the next exchange.</source>
            <translation>Dicho. El círculo lo escucha con el próximo envío.</translation>
        </message>
        <message>
            <source>Saved on this phone.</source>
            <translation>Guardado en este teléfono.</translation>
        </message>
        <message>
            <source>Removed.</source>
            <translation>Quitado.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::VersionsModel</name>
        <message>
            <source>Somebody</source>
            <translation>Alguien</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>day, time</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>(empty)</source>
            <translation>(vacío)</translation>
        </message>
        <message>
            <source>Removed</source>
            <translation>Quitado</translation>
        </message>
        <message>
            <source>Kept</source>
            <translation>Conservado</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>Sí</translation>
        </message>
        <message>
            <source>No</source>
            <translation>No</translation>
        </message>
        <message>
            <source>Settled, for everybody.</source>
            <translation>Resuelto, para todas.</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::Workplace</name>
        <message>
            <source>Somebody has changed it since: hers stays.</source>
            <translation>Alguien lo ha cambiado después: lo suyo se queda.</translation>
        </message>
        <message>
            <source>Undone, but what somebody has changed since stays hers.</source>
            <translation>Deshecho; lo que alguien cambió después se queda como está.</translation>
        </message>
        <message>
            <source>Undone. All is as it was.</source>
            <translation>Deshecho. Todo está como antes.</translation>
        </message>
    </context>
    <context>
        <name>AgreementCard</name>
        <message>
            <source>I agree, and sign</source>
            <translation>De acuerdo, firmo</translation>
        </message>
        <message>
            <source>Signed by both of you</source>
            <translation>Firmado por las dos</translation>
        </message>
        <message>
            <source>Waits for the other side</source>
            <translation>Espera a la otra parte</translation>
        </message>
    </context>
    <context>
        <name>AgreementsPage</name>
        <message>
            <source>What we agreed</source>
            <translation>Lo que acordamos</translation>
        </message>
        <message>
            <source>Nothing is agreed yet. How often do you talk, and how?</source>
            <translation>Todavía no hay nada acordado. ¿Cada cuánto hablan, y cómo?</translation>
        </message>
        <message>
            <source>Once you are a pair, what you agree on stands here.</source>
            <translation>Cuando tengan pareja de mentoría, aquí está lo que acuerden.</translation>
        </message>
        <message>
            <source>Something new</source>
            <translation>Algo nuevo</translation>
        </message>
        <message>
            <source>Write it down</source>
            <translation>Escríbanlo</translation>
        </message>
        <message>
            <source>What do you two agree on?</source>
            <translation>¿Qué acuerdan ustedes dos?</translation>
        </message>
        <message>
            <source>Only the two of you read it</source>
            <translation>Solo para ustedes dos</translation>
        </message>
        <message>
            <source>How often?</source>
            <translation>¿Cada cuánto?</translation>
        </message>
        <message>
            <source>How?</source>
            <translation>¿Cómo?</translation>
        </message>
        <message>
            <source>Write it and sign</source>
            <translation>Escribirlo y firmar</translation>
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
            <translation>Nadie ha firmado todavía estas palabras.</translation>
        </message>
        <message>
            <source>Signed. Only the two of you read it.</source>
            <translation>Firmado. Solo ustedes dos lo leen.</translation>
        </message>
        <message>
            <source>Written and signed. Now it waits for the other side.</source>
            <translation>Escrito y firmado. Ahora espera a la otra parte.</translation>
        </message>
        <message>
            <source>Signed by %1</source>
            <translation>Firma de %1</translation>
        </message>
    </context>
    <context>
        <name>CarryPage</name>
        <message>
            <source>Without a network</source>
            <translation>Sin red</translation>
        </message>
        <message>
            <source>All you have goes into one file. It is locked: only your circle and Montreal can open it. Send it by any messenger, or on a card.</source>
            <translation>Todo lo que tienes va en un archivo. Va cerrado: solo lo abren tu círculo y Montreal. Mándalo por cualquier mensajería, o en una tarjeta de memoria.</translation>
        </message>
        <message>
            <source>Make a file to send</source>
            <translation>Hacer un archivo para mandar</translation>
        </message>
        <message>
            <source>It lies in %1. Whoever of your circle takes it in has what you wrote, and it reaches Montreal with the first of you who has a network.</source>
            <translation>Está en %1. Quien de tu círculo lo reciba tiene lo que escribiste, y llega a Montreal con la primera de ustedes que tenga red.</translation>
        </message>
        <message>
            <source>Show the folder</source>
            <translation>Mostrar la carpeta</translation>
        </message>
        <message>
            <source>Files that came</source>
            <translation>Archivos que llegaron</translation>
        </message>
        <message>
            <source>Put a file that somebody sent you into %1: it shows here.</source>
            <translation>Pon en %1 el archivo que te mandaron: aparece aquí.</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Mirar otra vez</translation>
        </message>
    </context>
    <context>
        <name>FileCard</name>
        <message>
            <source>Made here</source>
            <translation>Hecho aquí</translation>
        </message>
        <message>
            <source>Taken in</source>
            <translation>Ya recibido</translation>
        </message>
        <message>
            <source>Take it in</source>
            <translation>Recibirlo</translation>
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
                <numerusform>Entró %n cambio.</numerusform>
                <numerusform>Entraron %n cambios.</numerusform>
            </translation>
        </message>
        <message>
            <source>Nothing new in it: all of it was here already.</source>
            <translation>No trae nada nuevo: todo estaba aquí ya.</translation>
        </message>
        <message>
            <source>What is for others goes on with your next file, or with your next exchange.</source>
            <translation>Lo que es para otras sigue con tu próximo archivo, o con tu próximo envío.</translation>
        </message>
        <message>
            <source>The rest comes with the network.</source>
            <translation>Lo demás llega con la red.</translation>
        </message>
        <message>
            <source>This file is cut or changed, or not one of Ayni's. Nothing was taken: have it sent once more.</source>
            <translation>Este archivo está cortado o cambiado, o no es de Ayni. No se recibió nada: pide que te lo manden otra vez.</translation>
        </message>
        <message>
            <source>This file is not there any more. Look again.</source>
            <translation>Este archivo ya no está. Mira otra vez.</translation>
        </message>
        <message>
            <source>There is too much for one file. Send it by the network once.</source>
            <translation>Es demasiado para un archivo. Mándalo una vez por la red.</translation>
        </message>
        <message>
            <source>This file is larger than any that Ayni makes. Nothing was taken.</source>
            <translation>Este archivo es más grande que los que hace Ayni. No se recibió nada.</translation>
        </message>
        <message>
            <source>The file could not be written into %1.</source>
            <translation>No se pudo escribir el archivo en %1.</translation>
        </message>
        <message>
            <source>The file could not be read. Nothing was taken.</source>
            <translation>No se pudo leer el archivo. No se recibió nada.</translation>
        </message>
        <message>
            <source>Nothing in it is for this phone.</source>
            <translation>No contiene nada para este teléfono.</translation>
        </message>
        <message>
            <source>This phone has not met Montreal yet, so it knows nobody to lock a file for. Use the network once, then it goes without.</source>
            <translation>Este teléfono todavía no habló con Montreal, así que no sabe para quién cerrar un archivo. Usa la red una vez; después se puede sin ella.</translation>
        </message>
    </context>
    <context>
        <name>DigitKeys</name>
        <message>
            <source>Done</source>
            <translation>Listo</translation>
        </message>
        <message>
            <source>Take back one digit</source>
            <translation>Borrar una cifra</translation>
        </message>
    </context>
    <context>
        <name>QuestionCard</name>
        <message>
            <source>Give a number</source>
            <translation>Dar un número</translation>
        </message>
        <message>
            <source>I would rather not say</source>
            <translation>Prefiero no decirlo</translation>
        </message>
    </context>
    <context>
        <name>ReadingsPage</name>
        <message>
            <source>All is asked for now. Thank you!</source>
            <translation>Por ahora no hay más preguntas. ¡Gracias!</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Volver</translation>
        </message>
        <message>
            <source>Which of these tell something about your business? Answer those: only they are asked again later.</source>
            <translation>¿Cuáles de estas dicen algo de tu negocio? Responde esas: solo esas se preguntan otra vez más adelante.</translation>
        </message>
        <message>
            <source>The same questions as before, to see what has changed.</source>
            <translation>Las mismas preguntas de antes, para ver qué cambió.</translation>
        </message>
        <message>
            <source>Somebody helped me to answer</source>
            <translation>Alguien me ayudó a responder</translation>
        </message>
        <message>
            <source>Keep my answers</source>
            <translation>Guardar mis respuestas</translation>
        </message>
    </context>
    <context>
        <name>ayni::models::ReadingsModel</name>
        <message>
            <source>How is it going? %1</source>
            <translation>¿Cómo va? %1</translation>
        </message>
        <message>
            <source>%1 %2</source>
            <extracomment>An amount of money and its currency: "1,500 BOB".</extracomment>
            <translation>%1 %2</translation>
        </message>
        <message>
            <source>Noted on this phone. Thank you!</source>
            <translation>Anotado en este teléfono. ¡Gracias!</translation>
        </message>
        <message>
            <source>How is it going?</source>
            <translation>¿Cómo va?</translation>
        </message>
        <message>
            <source>%1: not at all. %2: very much.</source>
            <extracomment>Below the numbers of a scale; %1 is the first of them, %2 the last.</extracomment>
            <translation>%1: nada. %2: mucho.</translation>
        </message>
    </context>
    <context>
        <name>SampleStrip</name>
        <message>
            <source>A sample to look around in: nothing here is real, and nothing is kept.</source>
            <translation>Una muestra para mirar: nada es real y nada se guarda.</translation>
        </message>
        <message>
            <source>Leave</source>
            <translation>Salir</translation>
        </message>
    </context>
</TS>
