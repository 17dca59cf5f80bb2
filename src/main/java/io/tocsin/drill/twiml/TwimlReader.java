package io.tocsin.drill.twiml;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Reads a {@code <Response>} with Twilio's defaults; what a carrier would refuse is refused. */
public final class TwimlReader {
    private TwimlReader() {}

    /** The document is not TwiML; the message says why (Twilio errors 12100 and 12200). */
    public static final class NotTwiml extends Exception {
        NotTwiml(String message) {
            super(message);
        }
    }

    public static List<Verb> read(String document) throws NotTwiml {
        Element root = root(document);
        if (!root.getTagName().equals("Response")) {
            throw new NotTwiml("the root is <" + root.getTagName() + ">, not <Response>");
        }
        return verbs(root);
    }

    private static Element root(String document) throws NotTwiml {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new InputSource(new StringReader(document))).getDocumentElement();
        } catch (Exception e) {
            throw new NotTwiml("document parse failure: " + e.getMessage());
        }
    }

    private static List<Verb> verbs(Element parent) throws NotTwiml {
        List<Verb> verbs = new ArrayList<>();
        for (Element element : children(parent)) {
            verbs.add(verb(element));
        }
        return verbs;
    }

    private static Verb verb(Element element) throws NotTwiml {
        return switch (element.getTagName()) {
            case "Say" -> new Verb.Say(text(element), attribute(element, "language", "en-US"));
            case "Play" -> new Verb.Play(text(element));
            case "Pause" -> new Verb.Pause(number(element, "length", 1));
            case "Gather" -> gather(element);
            case "Redirect" -> new Verb.Redirect(text(element), attribute(element, "method", "POST"));
            case "Enqueue" -> enqueue(element);
            case "Record" ->
                new Verb.Record(
                        number(element, "maxLength", 3600),
                        number(element, "timeout", 5),
                        attribute(element, "action", ""),
                        attribute(element, "method", "POST"),
                        attribute(element, "recordingStatusCallback", ""));
            case "Dial" -> dial(element);
            case "Sms", "Message" ->
                new Verb.Sms(
                        attribute(element, "to", ""),
                        attribute(element, "from", ""),
                        message(element),
                        attribute(element, "statusCallback", ""),
                        attribute(element, "action", ""),
                        attribute(element, "method", "POST"));
            case "Reject" -> new Verb.Reject(attribute(element, "reason", "rejected"));
            case "Leave" -> new Verb.Leave();
            case "Hangup" -> new Verb.Hangup();
            default -> throw new NotTwiml("unknown verb <" + element.getTagName() + ">");
        };
    }

    private static Verb gather(Element element) throws NotTwiml {
        List<Verb.Prompt> prompts = new ArrayList<>();
        for (Verb verb : verbs(element)) {
            if (!(verb instanceof Verb.Prompt prompt)) {
                throw new NotTwiml("<Gather> may hold only <Say>, <Play> and <Pause>");
            }
            prompts.add(prompt);
        }
        return new Verb.Gather(
                (int) number(element, "numDigits", Integer.MAX_VALUE),
                number(element, "timeout", 5),
                attribute(element, "finishOnKey", "#"),
                attribute(element, "action", ""),
                attribute(element, "method", "POST"),
                Boolean.parseBoolean(attribute(element, "actionOnEmptyResult", "false")),
                prompts);
    }

    private static Verb enqueue(Element element) throws NotTwiml {
        String task = "{}";
        int priority = 0;
        for (Element child : children(element)) {
            if (child.getTagName().equals("Task")) {
                task = text(child);
                priority = (int) number(child, "priority", 0);
            }
        }
        String workflow = attribute(element, "workflowSid", "");
        return new Verb.Enqueue(
                workflow,
                workflow.isEmpty() ? text(element) : "",
                task.isBlank() ? "{}" : task,
                priority,
                attribute(element, "waitUrl", ""),
                attribute(element, "waitUrlMethod", "POST"),
                attribute(element, "action", ""),
                attribute(element, "method", "POST"));
    }

    private static Verb dial(Element element) {
        List<Verb.Party> parties = new ArrayList<>();
        for (Element child : children(element)) {
            String address = text(child);
            parties.add(new Verb.Party(
                    child.getTagName(), child.getTagName().equals("Client") ? "client:" + address : address));
        }
        if (parties.isEmpty()) {
            parties.add(new Verb.Party("Number", text(element)));
        }
        return new Verb.Dial(
                parties,
                number(element, "timeout", 30),
                attribute(element, "action", ""),
                attribute(element, "method", "POST"));
    }

    private static String message(Element element) {
        for (Element child : children(element)) {
            if (child.getTagName().equals("Body")) {
                return text(child);
            }
        }
        return text(element);
    }

    private static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    private static String text(Element element) {
        return element.getTextContent().strip();
    }

    private static String attribute(Element element, String name, String fallback) {
        return element.hasAttribute(name) ? element.getAttribute(name) : fallback;
    }

    private static double number(Element element, String name, double fallback) {
        try {
            return element.hasAttribute(name) ? Double.parseDouble(element.getAttribute(name)) : fallback;
        } catch (NumberFormatException e) {
            return fallback;
        }
    }
}
