using System.Numerics;

namespace DigitalTwin.Buildings.Districts;

internal static partial class BlockKernel
{
    /// <summary>(U1) to (U7): what the buildings of a block buy, give and draw.</summary>
    private static void Plant(ref double p, ref double m, in UseStep use)
    {
        Vector<double> zero = Vector<double>.Zero, one = Vector<double>.One;
        Vector<double> light = new(use.Lighting), equipment = new(use.Equipment + use.Common), water = new(use.Water), hot = new(use.HotWater), cooking = new(use.Cooking);
        Vector<double> heatingElectricity = new(use.HeatingElectricity), heatingGas = new(use.HeatingGas), heatingDistrict = new(use.HeatingDistrict), coolingElectricity = new(use.CoolingElectricity);
        Vector<double> hotElectricity = new(use.HotElectricity), hotGas = new(use.HotGas), hotDistrict = new(use.HotDistrict), perPeak = new(use.Photovoltaics);
        Vector<double> importPrice = new(use.ImportPrice), exportPrice = new(use.ExportPrice), gasPrice = new(use.GasPrice), districtPrice = new(use.DistrictPrice);
        Vector<double> occupied = new(use.Occupied), hotLimit = new(use.HotLimit), coldLimit = new(use.ColdLimit);
        for (var lane = 0; lane < Lane.Width; lane += Vector<double>.Count)
        {
            Vector<double> people = Now(BuildingQuantity.Occupants, ref m, lane), heating = Now(BuildingQuantity.Heating, ref m, lane), cooling = Now(BuildingQuantity.Cooling, ref m, lane);
            Vector<double> floor = Column(ref p, Lane.Floor, lane), supplied = people * Column(ref p, Lane.WaterSupply, lane);
            var drawnHot = supplied * hot;
            var heated = drawnHot * Column(ref p, Lane.Powered, lane);
            Now(supplied * water, BuildingQuantity.Water, ref m, lane);
            Now(drawnHot, BuildingQuantity.HotWater, ref m, lane);

            Vector<double> forHeat = heating * heatingElectricity, forCold = cooling * coolingElectricity, forLight = floor * light, forEquipment = floor * equipment, forHot = heated * hotElectricity;
            Now(forHeat, BuildingQuantity.HeatingElectricity, ref m, lane);
            Now(forCold, BuildingQuantity.CoolingElectricity, ref m, lane);
            Now(forLight, BuildingQuantity.Lighting, ref m, lane);
            Now(forEquipment, BuildingQuantity.Equipment, ref m, lane);
            Now(forHot, BuildingQuantity.HotWaterElectricity, ref m, lane);
            var generated = Column(ref p, Lane.Photovoltaics, lane) * perPeak;
            Now(generated, BuildingQuantity.Photovoltaics, ref m, lane);
            var net = forHeat + forCold + forLight + forEquipment + forHot - generated;
            Vector<double> import = Vector.Max(net, zero), export = Vector.Max(-net, zero);
            Now(import, BuildingQuantity.Import, ref m, lane);
            Now(export, BuildingQuantity.Export, ref m, lane);
            var gas = (heating * heatingGas) + (heated * hotGas) + (people * cooking);
            var district = (heating * heatingDistrict) + (heated * hotDistrict);
            Now(gas, BuildingQuantity.Gas, ref m, lane);
            Now(district, BuildingQuantity.DistrictHeat, ref m, lane);
            Now((import * importPrice) - (export * exportPrice) + (gas * gasPrice) + (district * districtPrice), BuildingQuantity.Cost, ref m, lane);

            var counted = occupied * Column(ref p, Lane.Active, lane);
            var felt = Now(BuildingQuantity.OperativeTemperature, ref m, lane);
            Now(Vector.ConditionalSelect(Vector.GreaterThan(felt, hotLimit), counted, zero), BuildingQuantity.TooHot, ref m, lane);
            Now(Vector.ConditionalSelect(Vector.LessThan(felt, coldLimit), counted, zero), BuildingQuantity.TooCold, ref m, lane);
        }
    }

    /// <summary>Integrals, extremes and the sums of the block.</summary>
    private static void Add(ref double p, ref double m, double seconds, Span<double> sums)
    {
        var step = new Vector<double>(seconds);
        for (var quantity = 0; quantity < Lane.Quantities; quantity++)
        {
            var (magic, sum) = (new Vector<double>(ExactSum.Magic(quantity)), Vector<double>.Zero);
            var isTemperature = quantity >= (int)BuildingQuantity.AirTemperature;
            for (var lane = 0; lane < Lane.Width; lane += Vector<double>.Count)
            {
                var now = Column(ref m, Lane.Now + quantity, lane);
                Store(Vector.FusedMultiplyAdd(now, step, Column(ref m, Lane.Total + quantity, lane)), ref m, Lane.Total + quantity, lane);
                if (isTemperature) now *= Column(ref p, Lane.Active, lane);
                sum += (now + magic) - magic;
            }
            sums[quantity] += Vector.Sum(sum);
        }
        for (var lane = 0; lane < Lane.Width; lane += Vector<double>.Count)
        {
            Greater(Now(BuildingQuantity.Heating, ref m, lane), BuildingExtreme.PeakHeating, ref m, lane);
            Greater(Now(BuildingQuantity.Cooling, ref m, lane), BuildingExtreme.PeakCooling, ref m, lane);
            Greater(Now(BuildingQuantity.Import, ref m, lane), BuildingExtreme.PeakImport, ref m, lane);
            var air = Now(BuildingQuantity.AirTemperature, ref m, lane);
            Greater(air, BuildingExtreme.Warmest, ref m, lane);
            Greater(-air, BuildingExtreme.ColdestNegated, ref m, lane);
        }
    }

    private static void Greater(Vector<double> now, BuildingExtreme extreme, ref double m, int lane) =>
        Store(Vector.Max(now, Column(ref m, Lane.Extreme + (int)extreme, lane)), ref m, Lane.Extreme + (int)extreme, lane);
}
