using System.Runtime.InteropServices;
using System.Security.Cryptography;
using DigitalTwin.Mobility.Assignment.Bushes;

namespace DigitalTwin.Mobility.Assignment;

/// <summary>
/// Keeps a solved state for another day: its flows and bushes bit by bit, with the hash of the network and a check sum. It is read back only into the network that it is of; trips may
/// have changed since. Numbers are in the byte order of the machine; all that .NET runs on have the same.
/// </summary>
public static class AssignmentStateFile
{
    private const string Mark = "DigitalTwin assignment 1";

    /// <summary>Writes a state; the file appears whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public static void Save(string path, AssignmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var bytes = new MemoryStream();
        using var to = new BinaryWriter(bytes);
        to.Write(Mark);
        to.Write(state.Network.ContentHash());
        to.Write(state.ClassCount);
        foreach (var column in new[] { state.Volume, state.Time, state.CapacityFactor, state.DemandFactor }) to.Write(MemoryMarshal.AsBytes(column.AsSpan()));
        to.Write(MemoryMarshal.AsBytes(state.Closed.AsSpan()));
        for (var c = 0; c < state.ClassCount; c++)
        {
            to.Write(MemoryMarshal.AsBytes(state.Vehicles[c].AsSpan()));
            to.Write(MemoryMarshal.AsBytes(state.Barred[c].AsSpan()));
            var (demand, carUnits, factor) = state.CarriedBy(c);
            to.Write(demand?.ContentHash() ?? "");
            to.Write(carUnits);
            to.Write(factor);
        }
        foreach (var bush in state.Bushes)
        {
            to.Write(bush is not null);
            bush?.Write(to);
        }
        to.Flush();
        var partly = path + ".partly";
        using (var file = File.Create(partly))
        {
            file.Write(SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
            bytes.WriteTo(file);
        }
        File.Move(partly, path, overwrite: true);
    }

    /// <summary>Reads a state of a model's network and classes.</summary>
    /// <param name="path">File.</param>
    /// <param name="model">Model that will go on from it.</param>
    /// <param name="sentence">Why it cannot.</param>
    /// <returns>The state, or null.</returns>
    public static AssignmentState? Load(string path, AssignmentModel model, out string sentence)
    {
        ArgumentNullException.ThrowIfNull(model);
        sentence = "";
        try
        {
            var bytes = File.ReadAllBytes(path);
            if (bytes.Length < SHA256.HashSizeInBytes || !SHA256.HashData(bytes.AsSpan(SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(0, SHA256.HashSizeInBytes)))
                sentence = "This is no saved assignment, or it is damaged: its check sum does not fit.";
            else
            {
                using var from = new BinaryReader(new MemoryStream(bytes, SHA256.HashSizeInBytes, bytes.Length - SHA256.HashSizeInBytes));
                return Read(from, model, out sentence);
            }
        }
        catch (Exception failed) when (failed is IOException or UnauthorizedAccessException)
        {
            sentence = $"It cannot be read: {failed.Message}";
        }
        return null;
    }

    private static AssignmentState? Read(BinaryReader from, AssignmentModel model, out string sentence)
    {
        sentence = "";
        var mark = from.ReadString();
        var (network, ours) = (mark == Mark ? from.ReadString() : "", model.Network.ContentHash());
        var classes = mark == Mark ? from.ReadInt32() : 0;
        if (mark != Mark) sentence = "This is no saved assignment of this version.";
        else if (network != ours) sentence = $"It was saved for another network (content {network[..12]}, this one has {ours[..12]}).";
        else if (classes != model.Classes.Count) sentence = $"It was saved with {classes} classes of travellers; there are {model.Classes.Count} now.";
        if (sentence.Length > 0) return null;
        var state = model.InitialState();
        foreach (var column in new[] { state.Volume, state.Time, state.CapacityFactor, state.DemandFactor }) Fill(from, column);
        Fill(from, state.Closed);
        for (var c = 0; c < classes; c++)
        {
            Fill(from, state.Vehicles[c]);
            Fill(from, state.Barred[c]);
            var (demand, carUnits, factor) = (from.ReadString(), from.ReadDouble(), from.ReadDouble());
            state.SetCarried(c, demand == model.Classes[c].Demand.ContentHash() ? model.Classes[c].Demand : null, carUnits, factor);
        }
        for (var i = 0; i < state.Bushes.Length; i++)
            if (from.ReadBoolean()) state.Bushes[i] = Bush.Read(from);
        return state;
    }

    private static void Fill<T>(BinaryReader from, T[] column)
        where T : unmanaged => from.BaseStream.ReadExactly(MemoryMarshal.AsBytes(column.AsSpan()));
}
